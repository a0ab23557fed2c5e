package ft.transcendence.gateway.rehearsal;

import ft.transcendence.gateway.subgraph.SubgraphNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains the class cache of the JVM (JEP 483, 515): starts a gateway in front of {@link SampleSubgraphs}, sends it operations of
 * several kinds, and stops it. So the cache contains the classes that real responses need, and the profile of the code that
 * decodes, merges and writes them.
 *
 * <p>The arguments are the command that starts the gateway. It finds its supergraph in the variable {@code SUPERGRAPH}.
 */
final class Rehearsal {
    private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");
    private static final int ROUNDS = 100;
    private static final String PLAYER =
            " fragment Player on User { id username displayName avatarUrl rating { value deviation } }";

    /** A large one, a small one, one without entities, one that no subgraph is asked for, and an invalid one. */
    static final List<Map<String, Object>> OPERATIONS = List.of(
            Map.of("query", """
                    query Large($first: Int = 20, $scores: Boolean! = true) {
                      matches(first: $first) {
                        edges { cursor node { ...Details } }
                        pageInfo { hasNextPage endCursor }
                      }
                      leaderboard {
                        nodes { rank user {
                          ...Player
                          stats { played wins winRate byMode { mode played } }
                          matches(first: 5) { nodes { ...Details } }
                        } }
                      }
                    }
                    fragment Details on Match {
                      __typename id mode status createdAt
                      score @include(if: $scores) { teamOne teamTwo }
                      players { team outcome ratingChange { points before { value } } user { ...Player } }
                    }
                    """ + PLAYER, "variables", Map.of("first", 10)),
            Map.of(
                    "query",
                    "query Small($id: ID!) { match(id: $id) { id players { user { ...Player } } } }" + PLAYER,
                    "variables",
                    Map.of("id", "018f6e2a"),
                    "operationName",
                    "Small"),
            Map.of("query", "{ match(id: \"018f6e2a\") { id mode score { teamOne } } }"),
            Map.of("query", "{ viewer { id } __typename }"),
            Map.of("query", "{ unknown }"));

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;

    Rehearsal(URI gateway) {
        this.gateway = gateway;
    }

    public static void main(String[] command) throws IOException, InterruptedException {
        Path supergraph = Path.of(System.getenv("SUPERGRAPH"));
        SampleData data = new SampleData(Files.readString(supergraph));
        try (SampleSubgraphs subgraphs = new SampleSubgraphs(data)) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("HOST", "127.0.0.1", "PORT", "0"));
            data.subgraphs().forEach(name -> builder.environment()
                    .put(
                            SubgraphNames.addressVariable(name),
                            subgraphs.address().toString()));
            perform(builder.start());
        }
    }

    private static void perform(Process process) throws IOException, InterruptedException {
        try (BufferedReader log = process.inputReader()) {
            Rehearsal rehearsal = new Rehearsal(address(log));
            Thread rest = Thread.ofPlatform().start(() -> log.lines().forEach(System.out::println));
            for (int round = 0; round < ROUNDS; round++) {
                for (Map<String, Object> operation : OPERATIONS) {
                    rehearsal.send(operation);
                }
            }
            process.toHandle().destroy();
            rest.join();
        } finally {
            process.toHandle().destroy();
            process.waitFor();
        }
    }

    private static URI address(BufferedReader log) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            System.out.println(line);
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return URI.create("http://127.0.0.1:" + started.group(1) + "/graphql");
            }
        }
        throw new IllegalStateException("The gateway did not start");
    }

    /** The body of the response. */
    String send(Map<String, Object> operation) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer rehearsal")
                .POST(BodyPublishers.ofString(json.writeValueAsString(operation)))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
