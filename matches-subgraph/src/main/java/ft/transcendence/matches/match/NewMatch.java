package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A match to create.
 *
 * @param createdBy who creates it: a game server, or a feature of this subgraph
 * @param serverId the game server that hosts it; null to have one assigned
 * @param region where its players want to play, as named by game servers; null if anywhere
 */
public record NewMatch(
        MatchMode mode,
        List<UUID> teamOne,
        List<UUID> teamTwo,
        String createdBy,
        @Nullable String serverId,
        @Nullable String region) {

    public NewMatch {
        teamOne = List.copyOf(teamOne);
        teamTwo = List.copyOf(teamTwo);
    }

    /** A match that waits for a game server. */
    public static NewMatch waiting(
            MatchMode mode, List<UUID> teamOne, List<UUID> teamTwo, String createdBy, @Nullable String region) {
        return new NewMatch(mode, teamOne, teamTwo, createdBy, null, region);
    }

    /** A match that a game server creates for itself. */
    static NewMatch hosted(MatchMode mode, List<UUID> teamOne, List<UUID> teamTwo, String server) {
        return new NewMatch(mode, teamOne, teamTwo, server, server, null);
    }

    Map<Team, List<UUID>> teams() {
        return Map.of(Team.ONE, teamOne, Team.TWO, teamTwo);
    }

    /** @throws ChangeRejectedException if the teams do not fit the mode or contain a player twice */
    void requireTeams() {
        Map<Team, List<UUID>> teams = teams();
        for (Team team : Team.values()) {
            if (teams.getOrDefault(team, List.of()).size() != mode.teamSize()) {
                throw new ChangeRejectedException(
                        MatchErrorCode.INVALID_TEAMS,
                        "A team of a %s match has %d player(s).".formatted(mode, mode.teamSize()),
                        team == Team.ONE ? "teamOne" : "teamTwo");
            }
        }
        List<UUID> playerIds = teams.values().stream().flatMap(List::stream).toList();
        if (playerIds.stream().distinct().count() != playerIds.size()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.DUPLICATE_PLAYER, "A player can be in a match only once.", null);
        }
    }
}
