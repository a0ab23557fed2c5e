package ft.transcendence.matches.match;

import java.util.List;
import java.util.UUID;

/** Something about a match changed: its state, its score, or that it exists. */
public record MatchChanged(UUID matchId, List<UUID> players) {

    public MatchChanged {
        players = List.copyOf(players);
    }

    static MatchChanged of(Match match) {
        return new MatchChanged(
                match.id(), match.players().stream().map(MatchPlayer::userId).toList());
    }
}
