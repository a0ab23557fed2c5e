package ft.transcendence.auth.fortytwo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The fake 42 server, for tests and local runs: {@code /oauth/authorize}, {@code /oauth/token}, {@code /v2/me} and {@code /health}.
 *
 * <p>When run as a program, it reads {@code SERVER_ADDRESS} (default 127.0.0.1), {@code SERVER_PORT}, {@code FORTYTWO_CLIENT_ID},
 * {@code FORTYTWO_CLIENT_SECRET} and {@code FORTYTWO_REDIRECT_URIS} (comma-separated).
 */
public final class FakeFortyTwo implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;

    private FakeFortyTwo(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts the server; port 0 selects a free one. */
    public static FakeFortyTwo start(InetSocketAddress address, FortyTwoApplication application, Clock clock)
            throws IOException {
        TokenStore tokens = new TokenStore(clock);
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(application, tokens);
        TokenEndpoint token = new TokenEndpoint(application, tokens, clock);
        ProfileEndpoint profile = new ProfileEndpoint(tokens);
        HttpServer server = HttpServer.create(address, 0);
        serve(server, "/oauth/authorize", authorize::handle);
        serve(server, "/oauth/token", token::handle);
        serve(server, "/v2/me", profile::handle);
        serve(server, "/health", call -> call.json(200, Map.of("status", "UP")));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        return new FakeFortyTwo(server, threads);
    }

    /** The address of the server, without a path. */
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private interface Endpoint {
        void handle(HttpCall call) throws IOException;
    }

    private static void serve(HttpServer server, String path, Endpoint endpoint) {
        server.createContext(path, http -> {
            try (http) {
                endpoint.handle(new HttpCall(http));
            }
        });
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        FortyTwoApplication application = new FortyTwoApplication(
                required(environment, "FORTYTWO_CLIENT_ID"),
                required(environment, "FORTYTWO_CLIENT_SECRET"),
                Arrays.asList(required(environment, "FORTYTWO_REDIRECT_URIS").split(",")));
        InetSocketAddress address = new InetSocketAddress(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(required(environment, "SERVER_PORT")));
        FakeFortyTwo server = start(address, application, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("fake 42 is listening at " + server.address());
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("Set the environment variable " + name);
        }
        return value;
    }
}
