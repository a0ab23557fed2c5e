package ft.transcendence.matches.tournament;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.ProfileSeeder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Organizes and plays tournaments through the API. */
final class TournamentFixture {

    private static final String PAYLOAD = " { tournament { id name status } errors { code field } }";

    private static final String ROUNDS = """
            query ($id: ID!) { tournament(id: $id) { rounds { number pairings { position status decision one { seed } two { seed }
              winner { seed } match { id } } } } }""";

    private final MatchFixture fixture;
    private final TournamentSchedule schedule;
    private final JdbcClient jdbc;

    TournamentFixture(MatchFixture fixture, TournamentSchedule schedule, JdbcClient jdbc) {
        this.fixture = fixture;
        this.schedule = schedule;
        this.jdbc = jdbc;
    }

    static UUID player() {
        UUID player = UUID.randomUUID();
        ProfileSeeder.of(List.of(player));
        return player;
    }

    static List<UUID> players(int count) {
        List<UUID> players = MatchFixture.players(count);
        ProfileSeeder.of(players);
        return players;
    }

    /** The payload of {@code createTournament}, with these fields of the input. */
    JsonNode create(UUID organizer, String input) {
        return fixture.player(organizer)
                .data("mutation { createTournament(input: { " + input + " })" + PAYLOAD + " }")
                .get("createTournament");
    }

    /** An open tournament. */
    UUID created(UUID organizer, String input) {
        return id(create(organizer, "name: \"" + UUID.randomUUID() + "\", " + input));
    }

    /** A running tournament with these players, seeded in this order, the first of whom organizes it. */
    UUID started(String format, List<UUID> players) {
        UUID organizer = players.getFirst();
        UUID tournament = created(organizer, "maxPlayers: 16, format: " + format);
        players.forEach(player -> change(player, "joinTournament", tournament));
        if (!outcome(change(organizer, "startTournament", tournament)).equals("RUNNING")) {
            throw new AssertionError("It does not start");
        }
        schedule.advance();
        return tournament;
    }

    /** The payload of a mutation whose only argument is the tournament. */
    JsonNode change(UUID player, String mutation, UUID tournament) {
        return fixture.player(player)
                .data(
                        "mutation ($id: ID!) { " + mutation + "(tournamentId: $id)" + PAYLOAD + " }",
                        Map.of("id", tournament))
                .get(mutation);
    }

    JsonNode invite(UUID organizer, UUID tournament, UUID player) {
        return fixture.player(organizer)
                .data(
                        "mutation ($id: ID!, $player: ID!) { inviteToTournament(tournamentId: $id, playerId: $player)"
                                + PAYLOAD + " }",
                        Map.of("id", tournament, "player", player))
                .get("inviteToTournament");
    }

    /** Lets a player win the match of a pairing, 11:5. */
    void win(UUID tournament, int round, int position, int seed) {
        JsonNode pairing = pairing(tournament, round, position);
        UUID match = hosted(pairing);
        MatchFixture.mutate(fixture.gameServer(), "startMatch", match);
        boolean isFirst = pairing.at("/one/seed").asInt() == seed;
        JsonNode payload =
                fixture.finish("end of " + match, match, isFirst ? "ONE" : "TWO", isFirst ? 11 : 5, isFirst ? 5 : 11);
        if (!payload.get("errors").isEmpty()) {
            throw new AssertionError(payload.toString());
        }
    }

    /** Aborts the match of a pairing, because these players did not come, or because of a fault if there are none. */
    void abort(UUID tournament, int round, int position, List<UUID> absent) {
        UUID match = hosted(pairing(tournament, round, position));
        JsonNode payload = MatchFixture.mutate(
                fixture.gameServer(),
                "abortMatch",
                "AbortMatchInput",
                absent.isEmpty()
                        ? Map.of("matchId", match)
                        : Map.of("matchId", match, "reason", "TIMEOUT", "absent", absent));
        if (!payload.get("errors").isEmpty()) {
            throw new AssertionError(payload.toString());
        }
    }

    UUID match(UUID tournament, int round, int position) {
        return UUID.fromString(
                pairing(tournament, round, position).at("/match/id").asString());
    }

    /** The match of a pairing, on the game server of the tests. */
    private UUID hosted(JsonNode pairing) {
        UUID match = UUID.fromString(pairing.at("/match/id").asString());
        jdbc.sql("UPDATE match SET server_id = 'game-server' WHERE id = ?")
                .param(match)
                .update();
        return match;
    }

    private JsonNode pairing(UUID tournament, int round, int position) {
        return read(tournament).get(round - 1).get("pairings").get(position);
    }

    /** The pairings of a round, such as {@code 2-7 RESULT 2}. */
    List<String> round(UUID tournament, int round) {
        return read(tournament)
                .get(round - 1)
                .get("pairings")
                .valueStream()
                .map(pairing -> "%s-%s %s %s"
                        .formatted(
                                pairing.at("/one/seed").asString(""),
                                pairing.at("/two/seed").asString(""),
                                pairing.get("decision")
                                        .asString(pairing.get("status").asString()),
                                pairing.at("/winner/seed").asString(""))
                        .strip())
                .toList();
    }

    private JsonNode read(UUID tournament) {
        return fixture.visitor().data(ROUNDS, Map.of("id", tournament)).at("/tournament/rounds");
    }

    /** The seeds by place. */
    List<Integer> standings(UUID tournament) {
        return fixture.visitor()
                .data("{ tournament(id: \"" + tournament + "\") { standings { entrant { seed } } } }")
                .at("/tournament/standings")
                .valueStream()
                .map(place -> place.at("/entrant/seed").asInt())
                .toList();
    }

    String status(UUID tournament) {
        return fixture.visitor()
                .data("{ tournament(id: \"" + tournament + "\") { status } }")
                .at("/tournament/status")
                .asString("");
    }

    /** The status of the tournament in a payload, or the code of its error. */
    static String outcome(JsonNode payload) {
        return payload.get("errors").isEmpty()
                ? payload.at("/tournament/status").asString()
                : payload.at("/errors/0/code").asString();
    }

    static UUID id(JsonNode payload) {
        return UUID.fromString(payload.at("/tournament/id").asString());
    }
}
