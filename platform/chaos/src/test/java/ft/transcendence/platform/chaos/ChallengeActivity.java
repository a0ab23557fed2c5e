package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Pairs of players who challenge each other, sometimes both at once, and accept, decline or cancel. */
final class ChallengeActivity implements Activity {

    /** One plays already, perhaps a match of the queue; the other was faster; or a profile has not arrived yet. */
    private static final Set<String> EXPECTED =
            Set.of("PLAYER_BUSY", "PLAYER_UNAVAILABLE", "CHALLENGE_CLOSED", "CHALLENGE_NOT_FOUND");

    private static final String OUTCOME = " { challenge { id status match { id } } errors { code } } }";

    private final Deployment deployment;
    private final List<Pair> pairs;

    /** The match of each accepted challenge, as a response said. */
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    ChallengeActivity(Deployment deployment, List<Player> players) {
        this.deployment = deployment;
        List<Pair> neighbours = new ArrayList<>();
        for (int number = 0; number + 1 < players.size(); number += 2) {
            neighbours.add(new Pair(players.get(number), players.get(number + 1)));
        }
        this.pairs = List.copyOf(neighbours);
    }

    private record Pair(Player one, Player other) {

        Player opponentOf(Player player) {
            return player.equals(one) ? other : one;
        }
    }

    @Override
    public List<Runnable> actors() {
        List<Runnable> actors = new ArrayList<>();
        for (Pair pair : pairs) {
            Random random = new Random(actors.size());
            actors.add(() -> step(pair.one(), pair, random));
            actors.add(() -> step(pair.other(), pair, new Random()));
        }
        return actors;
    }

    /** Some challenges remain open, of which the challenged players must have been told. */
    @Override
    public void finish() {
        pairs.forEach(pair -> challenge(pair.one(), pair.other()));
    }

    @Override
    public void verify() {
        assertThat(accepted).as("challenges that were accepted").isNotEmpty();
        assertThat(stored()).as("the matches of challenges, as responses said").containsAllEntriesOf(accepted);
        assertThat(deployment.matchesDatabase().rows("""
                        SELECT id FROM match WHERE created_by = 'challenge' AND
                            ARRAY(SELECT user_id FROM match_player WHERE match_id = match.id ORDER BY user_id) <>
                            ARRAY(
                                SELECT player FROM challenge CROSS JOIN unnest(ARRAY[challenger, challenged]) AS player
                                WHERE match_id = match.id ORDER BY player
                            )
                        """))
                .as("matches without exactly one challenge of their players")
                .isEmpty();
        assertThat(deployment.matchesDatabase().rows("""
                        SELECT challenge.id FROM challenge JOIN match ON match.id = match_id WHERE created_by <> 'challenge'
                        """))
                .as("challenges with a match of something else")
                .isEmpty();
    }

    private void step(Player player, Pair pair, Random random) {
        JsonNode received = send(player, "{ myChallenges { id challenged { id } } }", Map.of())
                .get("myChallenges");
        for (JsonNode challenge : received) {
            String id = challenge.get("id").asString();
            boolean isReceived =
                    challenge.at("/challenged/id").asString().equals(player.id().toString());
            answer(player, id, isReceived, random.nextInt(8) == 0);
        }
        if (received.isEmpty()) {
            challenge(player, pair.opponentOf(player));
        }
    }

    private void answer(Player player, String challenge, boolean isReceived, boolean refuses) {
        if (!isReceived && !refuses) {
            return;
        }
        String answer = !isReceived ? "cancelChallenge" : refuses ? "declineChallenge" : "acceptChallenge";
        record(send(
                player,
                "mutation($id: ID!) { outcome: " + answer + "(challengeId: $id)" + OUTCOME,
                Map.of("id", challenge)));
    }

    private void challenge(Player player, Player opponent) {
        record(send(
                player,
                "mutation($to: ID!) { outcome: sendChallenge(to: $to)" + OUTCOME,
                Map.of("to", opponent.id().toString())));
    }

    private void record(JsonNode response) {
        assertThat(response.at("/outcome/errors").valueStream().map(error -> error.get("code")
                        .asString()))
                .isSubsetOf(EXPECTED);
        JsonNode challenge = response.at("/outcome/challenge");
        if (challenge.path("status").asString("").equals("ACCEPTED")) {
            accepted.put(
                    challenge.get("id").asString(), challenge.at("/match/id").asString());
        }
    }

    private Map<String, String> stored() {
        return deployment
                .matchesDatabase()
                .rows("SELECT id, match_id FROM challenge WHERE status = 'ACCEPTED'")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
    }

    private JsonNode send(Player player, String document, Map<String, ?> variables) {
        return Requests.send(deployment.matches(), player.hashCode(), player.token(), document, variables);
    }
}
