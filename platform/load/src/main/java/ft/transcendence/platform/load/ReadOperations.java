package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import ft.transcendence.platform.load.Samples.Page;
import ft.transcendence.platform.load.Samples.Pair;
import ft.transcendence.platform.load.Samples.Player;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries about randomly chosen players, and their expected responses. */
final class ReadOperations {

    static final String PLAYER_PAGE = "player page";

    private static final int LEADERBOARD_SIZE = 100;
    private static final int NEIGHBOURHOOD = 11;
    private static final int SEARCH_PREFIX_LOSS = 2;
    private static final String PAGE_DOCUMENT = """
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
    private static final String HISTORY = """
            query History($id: ID!, $after: String) {
              user(id: $id) {
                id
                matches(first: 20, after: $after) {
                  nodes { id mode status endedAt players { team outcome user { id displayName } } }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;

    private final Samples samples;
    private final TokenSource spectator;
    private final String leaderboard = recorded("matches/leaderboard");
    private final String around = recorded("matches/leaderboard-around");
    private final String search = recorded("players/player-search");
    private final String headToHead = recorded("matches/head-to-head");

    ReadOperations(Samples samples, TokenSource spectator) {
        this.samples = samples;
        this.spectator = spectator;
    }

    List<Operation> all() {
        return List.of(
                playerPage(),
                Operation.query("userByUsername", () -> byUsername(Samples.anyOf(samples.players()))),
                Operation.query("leaderboard", () -> leaderboard(Map.of())),
                Operation.query(
                        "leaderboard middle",
                        () -> leaderboard(
                                Map.of("after", samples.middleOfLeaderboard().after()))),
                Operation.query(
                        "leaderboard around",
                        () -> around(samples.middleOfLeaderboard().player())),
                Operation.query("search", () -> search(Samples.anyOf(samples.players()))),
                Operation.query("head-to-head", () -> headToHead(Samples.anyOf(samples.pairs()))),
                Operation.query("history", () -> history(Samples.anyOf(samples.players()))),
                Operation.query("history last page", () -> lastPage(Samples.anyOf(samples.lastPages()))));
    }

    Operation playerPage() {
        return Operation.query(PLAYER_PAGE, () -> playerPage(Samples.anyOf(samples.players())));
    }

    private Request playerPage(Player player) {
        return request(PAGE_DOCUMENT, Map.of("id", player.id()), response -> {
            JsonNode user = userOf(response, "user", player);
            int played = user.at("/stats/played").asInt();
            require(
                    played >= player.wins() + player.losses()
                            && user.at("/matches/nodes").size() >= Math.min(Samples.PAGE_SIZE, played)
                            && user.at("/rating/value").isNumber()
                            && user.at("/matches/nodes").valueStream().allMatch(ReadOperations::namesItsPlayers),
                    response);
        });
    }

    private Request byUsername(Player player) {
        return request(
                BY_USERNAME, Map.of("name", player.username()), response -> userOf(response, "userByUsername", player));
    }

    private Request leaderboard(Map<String, String> variables) {
        return request(
                leaderboard,
                variables,
                response -> require(data(response).at("/leaderboard/nodes").size() == LEADERBOARD_SIZE, response));
    }

    private Request around(String player) {
        return request(
                around,
                Map.of("player", player),
                response -> require(
                        data(response).at("/leaderboardAround/nodes").size() == NEIGHBOURHOOD
                                && response.contains(player),
                        response));
    }

    private Request search(Player player) {
        String prefix = player.username().substring(0, player.username().length() - SEARCH_PREFIX_LOSS);
        return request(
                search,
                Map.of("text", prefix),
                response -> require(
                        data(response).at("/users/edges").valueStream().allMatch(edge -> (edge.at("/node/username")
                                                .asString("")
                                        + edge.at("/node/displayName").asString(""))
                                .contains(prefix)),
                        response));
    }

    private Request headToHead(Pair pair) {
        return request(
                headToHead,
                Map.of("player", pair.player(), "opponent", pair.opponent()),
                response -> require(
                        data(response).at("/headToHead/played").asInt() > 0
                                && data(response)
                                        .at("/headToHead/opponent/id")
                                        .asString("")
                                        .equals(pair.opponent()),
                        response));
    }

    private Request history(Player player) {
        int played = player.wins() + player.losses();
        return history(Map.of("id", player.id()), Math.min(Samples.PAGE_SIZE, played));
    }

    private Request lastPage(Page page) {
        return history(Map.of("id", page.player(), "after", page.after()), Samples.PAGE_SIZE);
    }

    private Request history(Map<String, String> variables, int minimum) {
        return request(HISTORY, variables, response -> {
            JsonNode matches = data(response).at("/user/matches/nodes");
            require(
                    matches.size() >= minimum && matches.valueStream().allMatch(ReadOperations::namesItsPlayers),
                    response);
        });
    }

    private Request request(String document, Map<String, String> variables, Consumer<String> check) {
        return new Request(spectator.token(), body(document, variables), check);
    }

    private static boolean namesItsPlayers(JsonNode match) {
        return match.path("players")
                .valueStream()
                .noneMatch(seat -> seat.at("/user/displayName").asString("").isEmpty());
    }

    private static JsonNode userOf(String response, String field, Player player) {
        JsonNode user = data(response).path(field);
        require(
                user.path("id").asString("").equals(player.id())
                        && user.path("username").asString("").equals(player.username())
                        && user.path("wins").asInt() >= player.wins()
                        && user.path("losses").asInt() >= player.losses(),
                response);
        return user;
    }

    private static JsonNode data(String response) {
        JsonNode body = JsonMapper.shared().readTree(response);
        require(body.path("errors").isMissingNode(), response);
        return body.path("data");
    }

    private static void require(boolean right, String response) {
        if (!right) {
            throw new UnexpectedResponseException("Unexpected response: " + response);
        }
    }

    /** A document as a frontend sends it. */
    private static String recorded(String name) {
        try {
            return Files.readString(Workspace.locate().root().resolve("client-operations/" + name + ".graphql"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String body(String document, Map<String, ?> variables) {
        return JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
    }
}
