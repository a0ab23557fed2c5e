package ft.transcendence.platform.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries about randomly chosen players, and their expected responses. */
final class ReadOperations {

    private static final int SAMPLE = 5_000;
    private static final int PAGE = 20;
    private static final String PLAYER_PAGE = """
            query PlayerPage($id: ID!) {
              user(id: $id) {
                id username displayName avatarUrl bio joinedAt wins losses totalScore
                rating { value deviation rank provisional }
                stats { played wins losses winRate streak longestStreak }
                matches(first: 20) {
                  nodes {
                    id mode status score { teamOne teamTwo } endedAt
                    players { team outcome user { id username displayName avatarUrl } }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;
    private static final String BY_USERNAME = """
            query ByUsername($name: String!) {
              userByUsername(username: $name) { id username displayName avatarUrl wins losses totalScore }
            }
            """;

    private final List<Player> players;
    private final TokenSource spectator;

    private ReadOperations(List<Player> players, TokenSource spectator) {
        this.players = players;
        this.spectator = spectator;
    }

    private record Player(String id, String username, int wins, int losses) {}

    /**
     * Chooses the players.
     *
     * @throws LoadException when the platform is not filled
     */
    static ReadOperations of(Connection usersDb, TokenSource spectator) throws SQLException {
        List<Player> players = new ArrayList<>();
        try (var statement = usersDb.createStatement();
                var rows = statement.executeQuery("select id, username, wins, losses from profile"
                        + " join standing on user_id = id where via_42 = false and bio like 'Plays Pong since %'"
                        + " order by random() limit " + SAMPLE)) {
            while (rows.next()) {
                players.add(new Player(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getInt(4)));
            }
        }
        if (players.isEmpty()) {
            throw new LoadException("There are no players to query. Run this first: ./transcend load fill");
        }
        return new ReadOperations(players, spectator);
    }

    List<Operation> operations() {
        return List.of(
                new Operation("player page", () -> playerPage(anyone())),
                new Operation("userByUsername", () -> byUsername(anyone())));
    }

    private Request playerPage(Player player) {
        return new Request(spectator.token(), body(PLAYER_PAGE, Map.of("id", player.id())), answer -> {
            JsonNode user = userOf(answer, "user", player);
            int played = user.at("/stats/played").asInt();
            require(
                    played >= player.wins() + player.losses()
                            && user.at("/matches/nodes").size() >= Math.min(PAGE, played)
                            && user.at("/rating/value").isNumber()
                            && user.at("/matches/nodes").valueStream().allMatch(match -> match.path("players")
                                    .valueStream()
                                    .allMatch(seat -> !seat.at("/user/displayName")
                                            .asString("")
                                            .isEmpty())),
                    answer);
        });
    }

    private Request byUsername(Player player) {
        return new Request(
                spectator.token(),
                body(BY_USERNAME, Map.of("name", player.username())),
                answer -> userOf(answer, "userByUsername", player));
    }

    private static JsonNode userOf(String answer, String field, Player player) {
        JsonNode user = JsonMapper.shared().readTree(answer).path("data").path(field);
        require(
                user.path("id").asString("").equals(player.id())
                        && user.path("username").asString("").equals(player.username())
                        && user.path("wins").asInt() >= player.wins()
                        && user.path("losses").asInt() >= player.losses()
                        && !answer.contains("\"errors\""),
                answer);
        return user;
    }

    private Player anyone() {
        return players.get(ThreadLocalRandom.current().nextInt(players.size()));
    }

    private static void require(boolean right, String answer) {
        if (!right) {
            throw new UnexpectedResponseException("Unexpected response: " + answer);
        }
    }

    static String body(String document, Map<String, ?> variables) {
        return JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
    }
}
