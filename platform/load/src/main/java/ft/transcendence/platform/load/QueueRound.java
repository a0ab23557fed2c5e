package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.Latencies;
import ft.transcendence.platform.benchmark.LoadGenerator;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Players who join, get their tickets and leave their match again, and the game server that hosts these matches. */
final class QueueRound implements AutoCloseable {

    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final int CAPACITY = 500;
    private static final String JOIN = """
            mutation { joinQueue(input: { mode: ONE_VS_ONE }) { ticket { id } errors { code message } } }
            """;
    private static final String REGISTER = """
            mutation { registerGameServer(input: {
                url: "wss://load.example.org", region: "load", capacity: %d, version: "load" }) { errors { code message } } }
            """.formatted(CAPACITY);
    private static final String ABORT = """
            mutation Abort($id: ID!) { abortMatch(input: { matchId: $id }) { errors { code message } } }
            """;

    private final GatewayClient gateway;
    private final TokenSource gameServer;
    private final BlockingQueue<Player> free = new LinkedBlockingQueue<>();
    private final List<MatchStream> streams = new ArrayList<>();
    private final Set<String> aborted = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();

    /** One for each ticket of this run. */
    private final Semaphore tickets = new Semaphore(0);

    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();

    private QueueRound(GatewayClient gateway, TokenSource gameServer) {
        this.gateway = gateway;
        this.gameServer = gameServer;
    }

    /** A player, with the time at which they joined the queue while they wait. */
    private final class Player {

        private final String token;
        private volatile long joinedAt;

        private Player(String token) {
            this.token = token;
        }

        private void join() throws InterruptedException {
            joinedAt = System.nanoTime();
            gateway.send(request(token, JOIN, Map.of()));
        }

        private void on(JsonNode match) {
            boolean over = match.path("status").asString("").equals("ABORTED");
            if (match.at("/ticket/token").isString() && joinedAt != 0) {
                delays.add(System.nanoTime() - joinedAt);
                tickets.release();
                joinedAt = 0;
                abort(match.path("id").asString());
            } else if (over && joinedAt == 0) {
                free.add(this);
            }
        }
    }

    /** Opens the streams of all players, and registers the game server. */
    static QueueRound open(String url, List<String> tokens, TokenSource gameServer)
            throws IOException, InterruptedException {
        QueueRound round = new QueueRound(new GatewayClient(url), gameServer);
        round.heartbeats.scheduleAtFixedRate(round::signal, 0, 5, TimeUnit.SECONDS);
        HttpClient http = HttpClient.newHttpClient();
        for (String token : tokens) {
            Player player = round.new Player(token);
            round.streams.add(MatchStream.open(http, url, token, player::on));
            round.free.add(player);
        }
        return round;
    }

    /** Lets players join at this rate. Afterwards {@link #delays} has those of this run. */
    Run run(int perSecond, Duration time) throws InterruptedException {
        delays.clear();
        tickets.drainPermits();
        Run run =
                new LoadGenerator().atFixedRate(perSecond, this::joinNext, time).requireSuccess(0);
        awaitTickets(run.requests());
        return run;
    }

    /** From joining to the ticket, of each player who got one. */
    Latencies delays() {
        return new Latencies(delays.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private void joinNext() throws InterruptedException {
        Player player = free.poll(SETTLING.toSeconds(), TimeUnit.SECONDS);
        if (player == null) {
            throw new LoadException("All players are waiting or playing. Use more: --players");
        }
        player.join();
    }

    /** All have one in the end, except a last one who waits alone. */
    private void awaitTickets(long joined) throws InterruptedException {
        int expected = Math.toIntExact(joined) - 1;
        if (!tickets.tryAcquire(expected, SETTLING.toSeconds(), TimeUnit.SECONDS)) {
            throw new LoadException("Only %d of %d players got a ticket within %d s."
                    .formatted(delays.size(), joined, SETTLING.toSeconds()));
        }
    }

    private void signal() {
        call(REGISTER, Map.of());
    }

    /** When both players of a match have their tickets, the second one lets the game server abort it. */
    private void abort(String match) {
        if (!aborted.add(match)) {
            Thread.ofVirtual().start(() -> call(ABORT, Map.of("id", match)));
        }
    }

    private void call(String document, Map<String, String> variables) {
        try {
            gateway.send(request(gameServer.token(), document, variables));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(String token, String document, Map<String, String> variables) {
        return new Request(token, ReadOperations.body(document, variables), response -> {
            if (!response.contains("\"errors\":[]")) {
                throw new UnexpectedResponseException("Unexpected response: " + response);
            }
        });
    }

    @Override
    public void close() {
        heartbeats.shutdownNow();
        streams.forEach(MatchStream::close);
    }
}
