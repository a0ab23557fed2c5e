package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.TokenClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * The demo data: players, friendships and matches, created through the gateway as real clients do. They are created once. Seeding that was
 * interrupted continues on the next start, because every match has an idempotency key.
 */
final class DemoData {

    /** Usernames, listed by strength, and display names. */
    private static final List<Map.Entry<String, String>> PLAYERS = List.of(
            Map.entry("ada", "Ada Lovelace"),
            Map.entry("alan", "Alan Turing"),
            Map.entry("barbara", "Barbara Liskov"),
            Map.entry("dennis", "Dennis Ritchie"),
            Map.entry("edsger", "Edsger Dijkstra"),
            Map.entry("frances", "Frances Allen"),
            Map.entry("grace", "Grace Hopper"),
            Map.entry("hedy", "Hedy Lamarr"),
            Map.entry("ken", "Ken Thompson"),
            Map.entry("margaret", "Margaret Hamilton"),
            Map.entry("radia", "Radia Perlman"),
            Map.entry("tim", "Tim Berners-Lee"));
    /** Enough matches for most ratings to become certain, so that the leaderboard is not empty; every sixth is a double. */
    private static final int DUELS = 100;

    private static final int DOUBLES = 20;
    private static final int WINNING_SCORE = 11;
    private static final int WINNING_SCORE_OF_DOUBLES = 21;
    /** Any number will do; it makes every machine's season the same. */
    private static final long SEED = 42;

    private final GatewayClient gateway;
    private final TokenClient tokens;
    private final Secrets secrets;
    private final Home home;
    private final Progress progress;

    DemoData(Ports ports, Secrets secrets, Home home, Progress progress) {
        this.gateway = new GatewayClient(ports);
        this.tokens = new TokenClient(URI.create(ports.issuer()));
        this.secrets = secrets;
        this.home = home;
        this.progress = progress;
    }

    /** The usernames of the demo players. */
    static List<String> usernames() {
        return PLAYERS.stream().map(Map.Entry::getKey).toList();
    }

    void createOnce() {
        if (Files.exists(home.seeded())) {
            return;
        }
        Map<String, Player> players = logIn();
        progress.say("  Seeding: " + players.size() + " players logged in");
        befriend(List.copyOf(players.values()));
        progress.say("  Seeding: friendships created");
        play(players.values().stream().map(Player::id).toList());
        progress.say("  Seeding: " + (DUELS + DOUBLES) + " matches played");
        try {
            Files.createFile(home.seeded());
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not record that the demo data is complete", failure);
        }
    }

    private record Player(String id, String token) {}

    /** The first request of a player creates their profile. */
    private Map<String, Player> logIn() {
        Map<String, Player> players = new LinkedHashMap<>();
        for (Map.Entry<String, String> player : PLAYERS) {
            String token = tokens.ofPlayer(player.getKey(), PlatformParts.DEMO_PASSWORD);
            JsonNode user = gateway.execute(
                            token,
                            "mutation Introduce($name: String!) {"
                                    + " createProfile(input: { displayName: $name }) { user { id } } }",
                            Map.of("name", player.getValue()))
                    .at("/createProfile/user");
            players.put(player.getKey(), new Player(user.path("id").asString(), token));
        }
        return players;
    }

    /** Each player requests the friendship of the next two in the list; most requests are accepted. */
    private void befriend(List<Player> players) {
        for (int index = 0; index < players.size(); index++) {
            for (int distance = 1; distance <= 2; distance++) {
                Player sender = players.get(index);
                Player receiver = players.get((index + distance) % players.size());
                requestFriend(sender, receiver);
                // every fifth request stays open, so that there is something to accept
                if ((index + distance) % 5 != 0) {
                    requestFriend(receiver, sender);
                }
            }
        }
    }

    private void requestFriend(Player sender, Player receiver) {
        gateway.execute(
                sender.token(),
                "mutation Befriend($userId: ID!) { requestFriend(userId: $userId) { __typename } }",
                Map.of("userId", receiver.id()));
    }

    private void play(List<String> players) {
        Random random = new Random(SEED);
        String token = tokens.ofService("game-server", secrets.of(Purpose.GAME_SERVER_CLIENT));
        for (int number = 1; number <= DUELS + DOUBLES; number++) {
            List<Integer> order =
                    random.ints(0, players.size()).distinct().limit(4).boxed().toList();
            int perTeam = number % 6 == 0 ? 2 : 1;
            List<String> teamOne =
                    order.subList(0, perTeam).stream().map(players::get).toList();
            List<String> teamTwo =
                    order.subList(2, 2 + perTeam).stream().map(players::get).toList();
            // players are listed by strength, so that ratings differ
            boolean oneWins = order.get(0) < order.get(2) == random.nextInt(10) < 7;
            int loserScore = random.nextInt(WINNING_SCORE - 1);
            playMatch(token, "season-1-match-" + number, teamOne, teamTwo, oneWins ? "ONE" : "TWO", loserScore);
        }
    }

    private void playMatch(
            String token, String key, List<String> teamOne, List<String> teamTwo, String winner, int loserScore) {
        String mode = teamOne.size() == 1 ? "ONE_VS_ONE" : "TWO_VS_TWO";
        JsonNode match = gateway.execute(
                        token,
                        "mutation Create($input: CreateMatchInput!) {"
                                + " createMatch(input: $input) { match { id status } errors { message } } }",
                        Map.of(
                                "input",
                                Map.of("idempotencyKey", key, "mode", mode, "teamOne", teamOne, "teamTwo", teamTwo)))
                .at("/createMatch/match");
        String id = match.path("id").asString();
        if (match.path("status").asString().equals("COMPLETED")) {
            return;
        }
        if (match.path("status").asString().equals("CREATED")) {
            gateway.execute(
                    token,
                    "mutation Start($id: ID!) { startMatch(matchId: $id) { match { status } errors { message } } }",
                    Map.of("id", id));
        }
        int winnerScore = teamOne.size() == 1 ? WINNING_SCORE : WINNING_SCORE_OF_DOUBLES;
        Map<String, Integer> score = winner.equals("ONE")
                ? Map.of("teamOne", winnerScore, "teamTwo", loserScore)
                : Map.of("teamOne", loserScore, "teamTwo", winnerScore);
        JsonNode finished = gateway.execute(
                        token,
                        "mutation Finish($input: FinishMatchInput!) {"
                                + " finishMatch(input: $input) { match { status } errors { message } } }",
                        Map.of("input", Map.of("idempotencyKey", key, "matchId", id, "winner", winner, "score", score)))
                .path("finishMatch");
        if (!finished.at("/match/status").asString("").equals("COMPLETED")) {
            throw new PlatformException("A demo match did not finish: " + finished);
        }
    }
}
