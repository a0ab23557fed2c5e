package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.PlatformParts;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.TokenClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of players who log in, created on first use: {@code load-1}, {@code load-2} and so on. */
final class QueuePlayers {

    private static final String REALM = "/admin/realms/transcendence/users";

    private final PlatformOptions platform;
    private final TokenClient tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    QueuePlayers(PlatformOptions platform) {
        this.platform = platform;
        this.tokens = new TokenClient(URI.create(platform.ports().issuer()));
    }

    /** A new access token of each of the first players. */
    List<String> logIn(int number, Progress progress) throws IOException, InterruptedException {
        String administrator = administrator();
        List<String> loggedIn = new ArrayList<>();
        for (int player = 1; player <= number; player++) {
            String username = "load-" + player;
            loggedIn.add(logIn(username, administrator));
            if (player % 100 == 0) {
                progress.say("%d players have logged in", player);
                administrator = administrator();
            }
        }
        return loggedIn;
    }

    private String logIn(String username, String administrator) throws IOException, InterruptedException {
        try {
            return tokens.ofPlayer(username, PlatformParts.DEMO_PASSWORD);
        } catch (TokenClient.TokenRefusedException unknown) {
            create(username, administrator);
            return tokens.ofPlayer(username, PlatformParts.DEMO_PASSWORD);
        }
    }

    private void create(String username, String administrator) throws IOException, InterruptedException {
        Map<String, Object> account = Map.of(
                "username",
                username,
                "email",
                username + "@example.org",
                "firstName",
                "Load",
                "lastName",
                username,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PlatformParts.DEMO_PASSWORD, "temporary", false)));
        HttpResponse<String> created = http.send(
                request(REALM)
                        .header("Authorization", "Bearer " + administrator)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(account)))
                        .build(),
                BodyHandlers.ofString());
        if (created.statusCode() != 201) {
            throw new LoadException("The account %s was refused: %s".formatted(username, created.body()));
        }
    }

    private String administrator() throws IOException, InterruptedException {
        String password = Secrets.readOrCreate(platform.home().secrets()).of(Purpose.KEYCLOAK_ADMIN);
        HttpResponse<String> granted = http.send(
                request("/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        if (granted.statusCode() != 200) {
            throw new LoadException("Keycloak refused its administrator: " + granted.body());
        }
        return JsonMapper.shared().readTree(granted.body()).path("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(platform.ports().issuer()).resolve(path))
                .timeout(Duration.ofSeconds(30));
    }
}
