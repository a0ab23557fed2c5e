package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Ports;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The number of requests that the subgraphs have answered, from their metrics. */
final class SubgraphRequests {

    private static final Pattern COUNT =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{.*uri=\"/graphql\".*} (\\S+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports;
    private final Secrets secrets;

    SubgraphRequests(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** The requests to both subgraphs since they started; empty if they do not count them. */
    OptionalLong count() throws InterruptedException {
        OptionalLong users = count(ports.users(), Purpose.USERS_GATEWAY_CREDENTIAL);
        OptionalLong matches = count(ports.matches(), Purpose.MATCHES_GATEWAY_CREDENTIAL);
        return users.isEmpty() || matches.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(users.getAsLong() + matches.getAsLong());
    }

    private OptionalLong count(int port, Purpose credential) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .header("X-Gateway-Credential", secrets.of(credential))
                .build();
        try {
            return sum(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new LoadException("Could not read metrics from port " + port + ": " + failure.getMessage());
        }
    }

    /** The requests to the GraphQL endpoint in a page of metrics; empty if it has no such metric. */
    static OptionalLong sum(String metrics) {
        return COUNT.matcher(metrics)
                .results()
                .mapToLong(count -> (long) Double.parseDouble(count.group(1)))
                .reduce(Long::sum);
    }
}
