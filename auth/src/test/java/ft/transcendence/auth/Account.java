package ft.transcendence.auth;

import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account of one test, created and changed with the permissions of the users subgraph.
 *
 * @param id the id in Keycloak
 * @param username the name to log in with
 */
record Account(String id, String username) {

    static final String PASSWORD = "Correct-horse-1";

    private static final TestKeycloak keycloak = TestServers.keycloak();
    private static final HttpClient http = HttpClient.newHttpClient();

    /** Twenty bytes as text: without an encoding, Keycloak uses the bytes of the text. */
    private static final String SECRET = "a-secret-of-20-bytes";

    static Account withPassword() {
        return withPassword("tested-" + UUID.randomUUID() + "@example.org");
    }

    static Account withPassword(String email) {
        String username = "tested-" + UUID.randomUUID();
        call(
                "POST",
                "/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        email,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        return named(username);
    }

    static Account withSecondFactor() {
        Account account = withPassword();
        account.addSecondFactor();
        return account;
    }

    static Account named(String username) {
        JsonNode found = call("GET", "/users?exact=true&username=" + username, null);
        return new Account(found.path(0).path("id").asString(), username);
    }

    void addSecondFactor() {
        call(
                "PUT",
                "/users/" + id,
                Map.of(
                        "credentials",
                        List.of(Map.of(
                                "type",
                                "otp",
                                "userLabel",
                                "phone",
                                "secretData",
                                "{\"value\":\"" + SECRET + "\"}",
                                "credentialData",
                                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                        + "\"algorithm\":\"HmacSHA1\"}"))));
    }

    /** The ids of the account's sessions, which its tokens carry as {@code sid}. */
    List<String> sessions() {
        return call("GET", "/users/" + id + "/sessions", null)
                .valueStream()
                .map(session -> session.path("id").asString())
                .toList();
    }

    void endSessions() {
        call("POST", "/users/" + id + "/logout", null);
    }

    void endSession(String session) {
        call("DELETE", "/sessions/" + session, null);
    }

    /** The page after the password form. */
    Page submitPassword(TestBrowser browser) {
        return browser.submit(browser.login(), Map.of("username", username, "password", PASSWORD));
    }

    /** The current code of an authenticator app. */
    static String code() {
        return code(0);
    }

    /** The code of a later period; the realm accepts the next one. */
    static String code(int periodsLater) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            long period = Instant.now().getEpochSecond() / 30 + periodsLater;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(period).array());
            int start = hash[19] & 15;
            return String.format(
                    Locale.ROOT, "%06d", (ByteBuffer.wrap(hash, start, 4).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is not accepted now. */
    static String wrongCode() {
        List<String> right = new ArrayList<>(List.of(code(-1), code(0), code(1), code(2)));
        return right.contains("000000") ? "999999" : "000000";
    }

    private static JsonNode call(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/admin/realms/transcendence" + path))
                .header("Authorization", "Bearer " + keycloak.serviceToken("users-subgraph"))
                .header("Content-Type", "application/json");
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body().isEmpty() ? "null" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
