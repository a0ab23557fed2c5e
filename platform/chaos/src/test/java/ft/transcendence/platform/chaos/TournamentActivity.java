package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Players who create tournaments in turn, join all that are open, and start them when they are full. */
final class TournamentActivity implements Activity {

    private static final int SIZE = 4;
    private static final List<String> FORMATS = List.of("SINGLE_ELIMINATION", "ROUND_ROBIN");

    /** Somebody else was faster, or an organizer has created many. */
    private static final Set<String> EXPECTED =
            Set.of("TOURNAMENT_FULL", "TOURNAMENT_CLOSED", "TOO_MANY_TOURNAMENTS", "TOO_FEW_ENTRANTS");

    /** Longer than the last rounds take on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Deployment deployment;
    private final List<Player> players;
    private final AtomicInteger created = new AtomicInteger();

    TournamentActivity(Deployment deployment, List<Player> players) {
        this.deployment = deployment;
        this.players = List.copyOf(players);
    }

    @Override
    public List<Runnable> actors() {
        List<Runnable> actors = new ArrayList<>();
        players.forEach(player -> actors.add(() -> joinAndStart(player)));
        actors.add(this::createIfNoneIsOpen);
        return actors;
    }

    /** Lets the rounds that are left be played. */
    @Override
    public void finish() {
        for (JsonNode tournament : open(players.getFirst())) {
            String organizer = tournament.at("/organizer/id").asString();
            players.stream()
                    .filter(player -> player.id().toString().equals(organizer))
                    .forEach(player -> change(player, "cancelTournament", tournament));
        }
        await("the last rounds of all tournaments").atMost(LIMIT).untilAsserted(() -> assertThat(
                        rows("SELECT id, status FROM tournament WHERE status IN ('OPEN', 'RUNNING')"))
                .isEmpty());
    }

    @Override
    public void verify() {
        assertThat(rows("SELECT id FROM tournament WHERE status = 'FINISHED'"))
                .as("tournaments that were played")
                .isNotEmpty();
        assertThat(rows("""
                        SELECT id, ARRAY(
                            SELECT standing FROM tournament_entrant
                            WHERE tournament_id = tournament.id AND seed IS NOT NULL ORDER BY standing)
                        FROM tournament WHERE status = 'FINISHED'
                        """).stream().map(row -> row.substring(row.indexOf(' ') + 1)))
                .as("the places of the players of each tournament")
                .containsOnly("{1,2,3,4}");
        assertThat(rows("""
                        SELECT tournament_id, round, position FROM tournament_pairing
                            JOIN tournament ON tournament.id = tournament_id
                        WHERE tournament.status = 'FINISHED' AND decision IS DISTINCT FROM 'RESULT'
                        """)).as("pairings that were not played").isEmpty();
        assertThat(rows("SELECT match_id FROM tournament_pairing WHERE match_id IS NOT NULL ORDER BY 1"))
                .as("the match of each pairing")
                .isEqualTo(rows("SELECT id FROM match WHERE created_by = 'tournament' ORDER BY 1"));
        assertThat(rows("""
                        SELECT match_id FROM tournament_pairing WHERE match_id IS NOT NULL AND
                            ARRAY(SELECT user_id FROM match_player seat WHERE seat.match_id = tournament_pairing.match_id
                                ORDER BY user_id) <>
                            ARRAY(SELECT unnest(ARRAY[player_one, player_two]) player ORDER BY player)
                        """))
                .as("matches of other players than their pairing's")
                .isEmpty();
    }

    private void createIfNoneIsOpen() {
        int number = created.get();
        Player organizer = players.get(number % players.size());
        if (!open(organizer).isEmpty()) {
            return;
        }
        expect(send(
                organizer,
                "mutation($input: CreateTournamentInput!) { outcome: createTournament(input: $input) { errors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "name",
                                "Tournament " + number,
                                "format",
                                FORMATS.get(number % FORMATS.size()),
                                "maxPlayers",
                                SIZE))));
        created.incrementAndGet();
    }

    private void joinAndStart(Player player) {
        for (JsonNode tournament : open(player)) {
            change(player, "joinTournament", tournament);
            if (tournament.get("entrants").size() == SIZE
                    && tournament
                            .at("/organizer/id")
                            .asString()
                            .equals(player.id().toString())) {
                change(player, "startTournament", tournament);
            }
        }
    }

    private JsonNode open(Player player) {
        return send(
                        player,
                        "{ tournaments(filter: { statuses: [OPEN] }) { nodes { id organizer { id } entrants { seed } } } }",
                        Map.of())
                .at("/tournaments/nodes");
    }

    private void change(Player player, String mutation, JsonNode tournament) {
        expect(send(
                player,
                "mutation($id: ID!) { outcome: " + mutation + "(tournamentId: $id) { errors { code } } }",
                Map.of("id", tournament.get("id").asString())));
    }

    private static void expect(JsonNode response) {
        assertThat(response.at("/outcome/errors").valueStream().map(error -> error.get("code")
                        .asString()))
                .isSubsetOf(EXPECTED);
    }

    private List<String> rows(String query) {
        return deployment.matchesDatabase().rows(query);
    }

    private JsonNode send(Player player, String document, Map<String, ?> variables) {
        return Requests.send(deployment.matches(), player.hashCode(), player.token(), document, variables);
    }
}
