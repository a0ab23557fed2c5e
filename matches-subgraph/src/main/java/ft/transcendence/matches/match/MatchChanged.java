package ft.transcendence.matches.match;

import java.util.List;
import java.util.UUID;

/** Published in the transaction that creates or changes a match. */
public record MatchChanged(UUID matchId, MatchStatus status, List<UUID> players) {

    public MatchChanged {
        players = List.copyOf(players);
    }

    static MatchChanged of(Match match) {
        return new MatchChanged(
                match.id(),
                match.status(),
                match.players().stream().map(MatchPlayer::userId).toList());
    }
}
