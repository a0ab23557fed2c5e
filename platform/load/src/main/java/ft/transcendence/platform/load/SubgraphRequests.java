package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.Ports;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of requests that the subgraphs answered, from their metrics. */
final class SubgraphRequests {

    private static final Pattern ANSWERED =
            Pattern.compile("(?m)^http_server_requests_seconds_count\\{.*uri=\"/graphql\".*} (\\S+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports;
    private final String credential;

    SubgraphRequests(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.credential = secrets.of(Purpose.GATEWAY_CREDENTIAL);
    }

    /** The requests of both subgraphs since they started. */
    long answered() throws InterruptedException {
        return answered(ports.users()) + answered(ports.matches());
    }

    private long answered(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .header("X-Gateway-Credential", credential)
                .build();
        try {
            return sum(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new LoadException("Could not read metrics from port " + port + ": " + failure.getMessage());
        }
    }

    static long sum(String metrics) {
        Matcher counts = ANSWERED.matcher(metrics);
        double sum = 0;
        while (counts.find()) {
            sum += Double.parseDouble(counts.group(1));
        }
        return (long) sum;
    }
}
