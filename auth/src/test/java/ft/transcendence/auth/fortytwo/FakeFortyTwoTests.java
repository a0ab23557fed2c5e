package ft.transcendence.auth.fortytwo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FakeFortyTwoTests {

    private static final String RETURN_ADDRESS = "http://127.0.0.1:9/realms/transcendence/broker/42/endpoint";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private FakeFortyTwo server;

    @BeforeEach
    void start() throws IOException {
        FortyTwoApplication application = new FortyTwoApplication("app", "app-secret", List.of(RETURN_ADDRESS));
        server = FakeFortyTwo.start(new InetSocketAddress("127.0.0.1", 0), application, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTheStudentsToLogInAs() throws Exception {
        HttpResponse<String> page = get("/oauth/authorize?" + form(authorization()), "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"mcurie\"", "name=\"state\" value=\"s&lt;1\"");
    }

    @Test
    void exchangesACodeOnceForTheProfile() throws Exception {
        String code = codeFor("mcurie");

        JsonNode token = json.readTree(post("/oauth/token", tokenRequest(code)).body());
        JsonNode profile = json.readTree(
                get("/v2/me", token.path("access_token").asString()).body());
        HttpResponse<String> again = post("/oauth/token", tokenRequest(code));

        assertThat(token.path("secret_valid_until").asLong())
                .isGreaterThan(token.path("created_at").asLong());
        assertThat(profile.path("id").isNumber()).isTrue();
        assertThat(profile.path("login").asString()).isEqualTo("mcurie");
        assertThat(profile.path("image").path("link").asString()).endsWith("/mcurie.jpg");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");
    }

    @Test
    void neverRedirectsToAnUnregisteredUri() throws Exception {
        Map<String, String> request = authorization();
        request.put("redirect_uri", "http://evil.example/");
        request.put("student", "mcurie");

        HttpResponse<String> response = post("/oauth/authorize", request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("location")).isEmpty();
    }

    @Test
    void rejectsALoginWithoutState() throws Exception {
        Map<String, String> request = authorization();
        request.remove("state");

        assertThat(get("/oauth/authorize?" + form(request), "").statusCode()).isEqualTo(400);
    }

    @Test
    void rejectsAWrongSecretAndKeepsTheCode() throws Exception {
        String code = codeFor("mcurie");
        Map<String, String> wrong = tokenRequest(code);
        wrong.put("client_secret", "guess");

        assertThat(post("/oauth/token", wrong).statusCode()).isEqualTo(401);
        assertThat(post("/oauth/token", tokenRequest(code)).statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsACodeIssuedForAnotherRedirectUri() throws Exception {
        Map<String, String> request = tokenRequest(codeFor("mcurie"));
        request.put("redirect_uri", RETURN_ADDRESS + "/other");

        assertThat(post("/oauth/token", request).body()).contains("invalid_grant");
    }

    @Test
    void rejectsAnUnknownToken() throws Exception {
        assertThat(get("/v2/me", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void reportsDeniedConsentToTheApplication() throws Exception {
        assertThat(loginAs("bartleby").toString()).contains("error=access_denied", "state=s%3C1");
    }

    @Test
    void hasStudentsWithoutPortrait() throws Exception {
        assertThat(profileOf("enoether").path("image").path("link").isNull()).isTrue();
    }

    @Test
    void keepsTheIdWhenTheLoginNameChanges() throws Exception {
        JsonNode first = profileOf("jbaker");
        JsonNode second = profileOf("jbaker");

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("login")).isNotEqualTo(first.path("login"));
    }

    @Test
    void limitsTheRateOfProfileReads() throws Exception {
        String token = json.readTree(
                        post("/oauth/token", tokenRequest(codeFor("hlamarr"))).body())
                .path("access_token")
                .asString();

        HttpResponse<String> response = get("/v2/me", token);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void rejectsAnExpiredSecret() throws Exception {
        HttpResponse<String> response = post("/oauth/token", tokenRequest(codeFor("rvanwinkle")));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("expired");
    }

    private JsonNode profileOf(String student) throws Exception {
        JsonNode token = json.readTree(
                post("/oauth/token", tokenRequest(codeFor(student))).body());
        return json.readTree(
                get("/v2/me", token.path("access_token").asString()).body());
    }

    private String codeFor(String student) throws Exception {
        String query = loginAs(student).getQuery();
        assertThat(query).startsWith("code=").endsWith("&state=s<1");
        return query.substring("code=".length(), query.indexOf('&'));
    }

    private URI loginAs(String student) throws Exception {
        Map<String, String> request = authorization();
        request.put("student", student);
        HttpResponse<String> response = post("/oauth/authorize", request);
        assertThat(response.statusCode()).isEqualTo(302);
        return URI.create(response.headers().firstValue("location").orElseThrow());
    }

    private static Map<String, String> authorization() {
        return new LinkedHashMap<>(
                Map.of("client_id", "app", "redirect_uri", RETURN_ADDRESS, "response_type", "code", "state", "s<1"));
    }

    private static Map<String, String> tokenRequest(String code) {
        return new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "app",
                "client_secret", "app-secret",
                "redirect_uri", RETURN_ADDRESS,
                "code", code));
    }

    private HttpResponse<String> get(String path, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
