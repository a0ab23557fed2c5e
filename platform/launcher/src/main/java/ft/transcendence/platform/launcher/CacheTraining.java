package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.ClientOperations.Query;
import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.AotCaches.Recording;
import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trains the ahead-of-time caches of a platform that was started without them: logs demo players in and sends the recorded client operations
 * until the methods behind them are compiled. The caches are assembled when the platform has stopped, because the JVM writes its recording
 * when it exits.
 *
 * <p>Nothing here can break a platform. A training that ends early is reported, and what was recorded until then is kept: most of a cache's
 * use is in the start itself.
 */
final class CacheTraining {

    /** How often every query is sent. Hot methods are compiled with all optimizations after some thousands of calls. */
    private static final int ROUNDS = 150;

    private static final int TOLERATED_FAILURES = 10;

    private static final int REQUESTS_PER_SESSION = 20;

    /** An assembly uses one processor and some hundred megabytes. */
    private static final int CONCURRENT_ASSEMBLIES = 2;

    private final AotCaches caches;
    private final Workspace workspace;
    private final Ports ports;
    private final Progress progress;

    private @Nullable Thread thread;
    private volatile boolean complete;

    CacheTraining(AotCaches caches, Workspace workspace, Ports ports, Progress progress) {
        this.caches = caches;
        this.workspace = workspace;
        this.ports = ports;
        this.progress = progress;
    }

    /** Starts the training in the background if a part records. */
    synchronized void begin() {
        if (!caches.recordings().isEmpty()) {
            progress.say("Training the class caches, once after each build; later starts will be faster.");
            thread = Thread.ofVirtual().name("train the caches").start(this::train);
        }
    }

    /** Ends a training that is not complete. */
    synchronized void end() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until the training ends. */
    void await() throws InterruptedException {
        Thread training;
        synchronized (this) {
            training = thread;
        }
        if (training != null) {
            training.join();
        }
    }

    /**
     * Makes the caches of what the parts recorded; all of them have exited.
     *
     * @return whether the training was complete and every recording became a cache
     */
    synchronized boolean save() {
        List<Recording> recordings = caches.recordings();
        if (recordings.isEmpty()) {
            return true;
        }
        if (thread == null) {
            recordings.forEach(Recording::discard);
            progress.say("The platform stopped before it was ready; the next start records its class caches.");
            return false;
        }
        progress.say(
                complete
                        ? "Saving the class caches"
                        : "Saving the class caches; their training ended early, so they serve starts more than requests");
        List<Future<Boolean>> saved = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_ASSEMBLIES)) {
            for (Recording recording : recordings) {
                saved.add(threads.submit(() -> save(recording)));
            }
        }
        return complete && saved.stream().allMatch(Future::resultNow);
    }

    private boolean save(Recording recording) {
        long begin = System.nanoTime();
        try {
            Optional<Long> size = recording.assemble();
            if (size.isPresent()) {
                progress.saved(recording.name(), Duration.ofNanos(System.nanoTime() - begin), size.get());
            } else {
                progress.say("  " + recording.name() + " recorded nothing");
            }
            return size.isPresent();
        } catch (RuntimeException failure) {
            progress.say("  " + recording.name() + ": " + failure.getMessage());
            return false;
        }
    }

    private void train() {
        try {
            send();
            complete = true;
            progress.say("The class caches are trained; they are saved when the platform stops.");
        } catch (InterruptedException stopped) {
            // save() reports it
        } catch (IOException | RuntimeException failure) {
            progress.say("The class caches could not be trained: " + failure.getMessage());
        }
    }

    private void send() throws IOException, InterruptedException {
        List<Query> queries = ClientOperations.queries(workspace);
        GatewayClient gateway = new GatewayClient(ports);
        List<Player> players = List.of();
        int failures = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                int turn = round % DemoData.usernames().size();
                if (turn == 0 || players.isEmpty()) {
                    // tokens expire during a slow training
                    players = logIn(gateway);
                    useSession(players.getFirst(), queries.getFirst());
                }
                sendAll(queries, players.get(turn), players.get((turn + 1) % players.size()), gateway);
            } catch (IOException | RuntimeException failure) {
                // on a busy machine a request can time out
                if (++failures > TOLERATED_FAILURES) {
                    throw failure;
                }
            }
        }
    }

    private static void sendAll(List<Query> queries, Player asking, Player opponent, GatewayClient gateway) {
        Map<String, String> values = values(asking, opponent);
        for (Query query : queries) {
            gateway.execute(asking.token(), query.name(), query.document(), query.variables(values));
        }
    }

    /**
     * A demo player.
     *
     * @param username the username
     * @param id the id
     * @param match the id of a match of theirs
     * @param token an access token
     */
    record Player(String username, String id, String match, String token) {}

    /** The values of the variables in client operations. */
    static Map<String, String> values(Player asking, Player opponent) {
        return Map.of(
                "id", asking.match(),
                "player", asking.id(),
                "opponent", opponent.id(),
                "username", opponent.username(),
                "since", "2026-01-01T00:00:00Z",
                "before", "2027-01-01T00:00:00Z",
                "text", opponent.username().substring(0, 2));
    }

    private List<Player> logIn(GatewayClient gateway) {
        TokenClient tokens = new TokenClient(URI.create(ports.issuer()));
        List<Player> players = new ArrayList<>();
        for (String username : DemoData.usernames()) {
            String token = tokens.ofPlayer(username, PlatformParts.DEMO_PASSWORD);
            JsonNode viewer = gateway.execute(token, "{ viewer { id matches(first: 1) { nodes { id } } } }", Map.of())
                    .path("viewer");
            players.add(new Player(
                    username,
                    viewer.path("id").asString(),
                    viewer.at("/matches/nodes/0/id").asString(""),
                    token));
        }
        return players;
    }

    /** A login with the browser, some operations with its session, and a logout. */
    private void useSession(Player player, Query query) throws IOException, InterruptedException {
        BrowserLogin browser = new BrowserLogin(ports);
        browser.logIn(player.username(), PlatformParts.DEMO_PASSWORD);
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("query", query.document(), "operationName", query.name()));
        for (int request = 0; request < REQUESTS_PER_SESSION; request++) {
            browser.execute(body);
        }
        browser.logOut();
    }
}
