package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.platform.servers.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries every endpoint of the realm with every kind of token. Only the users subgraph changes accounts, after its own checks: no token of a
 * player, a moderator or a game server can.
 */
class ClosedEndpointsTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 415);

    private static final String ADA = "00000000-0000-4000-8000-000000000001";
    private static final Map<String, String> tokens = new LinkedHashMap<>();
    private static final TestBrowser loggedIn = keycloak.browser();

    /** A request. */
    private record Endpoint(String method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void logIn() {
        TestBrowser student = keycloak.browser();
        tokens.put(
                "42 login", student.tokens(FortyTwo.login(student, "sgermain")).access());
        Account player = Account.withSecondFactor();
        Page question = player.submitPassword(loggedIn);
        tokens.put(
                "player",
                loggedIn.tokens(loggedIn.submit(question, Map.of("otp", Account.code())))
                        .access());
        tokens.put("player by password", keycloak.playerToken("ada"));
        tokens.put("moderator", keycloak.playerToken("grace"));
        tokens.put("administrator of the platform", keycloak.playerToken("margaret"));
        tokens.put("game server", keycloak.serviceToken("game-server"));
    }

    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET", "/realms/transcendence/account"),
                new Endpoint("POST", "/realms/transcendence/account"),
                new Endpoint("GET", "/realms/transcendence/account/credentials"),
                new Endpoint("DELETE", "/realms/transcendence/account/credentials/" + ADA),
                new Endpoint("GET", "/realms/transcendence/account/sessions"),
                new Endpoint("DELETE", "/realms/transcendence/account/sessions"),
                new Endpoint("GET", "/realms/transcendence/account/sessions/devices"),
                new Endpoint("GET", "/realms/transcendence/account/applications"),
                new Endpoint("GET", "/realms/transcendence/account/linked-accounts"),
                new Endpoint("DELETE", "/realms/transcendence/account/linked-accounts/42"),
                new Endpoint("GET", "/realms/transcendence/account/groups"),
                new Endpoint("GET", "/realms/transcendence/account/resources"),
                new Endpoint("GET", "/realms/transcendence/account/supportedLocales"),
                new Endpoint("GET", "/realms/transcendence/broker/42/token"),
                new Endpoint("GET", "/realms/transcendence/broker/42/link?client_id=gateway&nonce=1&hash=1"),
                new Endpoint("GET", "/admin/realms"),
                new Endpoint("GET", "/admin/realms/transcendence"),
                new Endpoint("PUT", "/admin/realms/transcendence"),
                new Endpoint("GET", "/admin/realms/transcendence/users"),
                new Endpoint("POST", "/admin/realms/transcendence/users"),
                new Endpoint("GET", "/admin/realms/transcendence/users/" + ADA),
                new Endpoint("PUT", "/admin/realms/transcendence/users/" + ADA),
                new Endpoint("DELETE", "/admin/realms/transcendence/users/" + ADA),
                new Endpoint("GET", "/admin/realms/transcendence/users/" + ADA + "/credentials"),
                new Endpoint("PUT", "/admin/realms/transcendence/users/" + ADA + "/reset-password"),
                new Endpoint("POST", "/admin/realms/transcendence/users/" + ADA + "/logout"),
                new Endpoint("POST", "/admin/realms/transcendence/users/" + ADA + "/impersonation"),
                new Endpoint("GET", "/admin/realms/transcendence/events"),
                new Endpoint("GET", "/admin/realms/transcendence/admin-events"),
                new Endpoint("GET", "/admin/realms/transcendence/clients"),
                new Endpoint("GET", "/admin/realms/transcendence/components"),
                new Endpoint("GET", "/admin/realms/transcendence/identity-provider/instances/42"),
                new Endpoint("GET", "/admin/serverinfo"),
                new Endpoint("POST", "/realms/transcendence/clients-registrations/openid-connect"),
                new Endpoint("POST", "/realms/transcendence/clients-registrations/default"),
                new Endpoint("POST", "/realms/transcendence/protocol/openid-connect/token/introspect"),
                new Endpoint("POST", "/realms/transcendence/protocol/openid-connect/revoke"),
                new Endpoint("POST", "/realms/transcendence/protocol/openid-connect/ext/par/request"),
                new Endpoint("POST", "/realms/transcendence/protocol/openid-connect/ext/ciba/auth"),
                new Endpoint("POST", "/realms/transcendence/protocol/openid-connect/auth/device"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void isClosedToEveryToken(Endpoint endpoint) throws IOException, InterruptedException {
        Map<String, Integer> open = new TreeMap<>();
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            note(open, token.getKey(), status(endpoint, "Bearer " + token.getValue()));
        }
        note(open, "anonymous", status(endpoint, ""));
        note(
                open,
                "the cookies of a login",
                loggedIn.status(endpoint.method(), URI.create(keycloak.url() + endpoint.path())));

        assertThat(open).as(endpoint.toString()).isEmpty();
    }

    @Test
    void userinfoDescribesOnlyTheTokensPlayer() throws IOException, InterruptedException {
        Set<String> players = new TreeSet<>();
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            if (status(
                            new Endpoint("GET", "/realms/transcendence/protocol/openid-connect/userinfo"),
                            "Bearer " + token.getValue())
                    == 200) {
                players.add(token.getKey());
            }
        }

        assertThat(players).contains("player", "42 login").doesNotContain("game server");
    }

    @Test
    void tokenExchangeAndUnusedFlowsAreDisabled() {
        String player = tokens.get("player");
        for (String client : List.of("gateway", "game-server", "users-subgraph")) {
            for (Map<String, String> grant : List.of(
                    Map.of(
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:token-exchange",
                            "subject_token",
                            player,
                            "subject_token_type",
                            "urn:ietf:params:oauth:token-type:access_token"),
                    Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", "none"),
                    Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", "none"),
                    Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", player),
                    Map.of("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket", "audience", client))) {
                Map<String, String> form = new LinkedHashMap<>(grant);
                form.put("client_id", client);
                form.put("client_secret", keycloak.clientSecret(client));
                assertThat(keycloak.tokens(form).granted())
                        .as(client + " " + grant.get("grant_type"))
                        .isFalse();
            }
        }
        for (String client : List.of("account", "account-console", "admin-cli", "security-admin-console", "gateway")) {
            TestTokens response = keycloak.tokens(Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    client,
                    "username",
                    "ada",
                    "password",
                    TestKeycloak.PLAYER_PASSWORD));
            assertThat(response.granted() && !rolesOf(response).isEmpty())
                    .as(client)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_PASSWORD",
                "CONFIGURE_TOTP",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "VERIFY_EMAIL",
                "delete_credential:" + ADA,
                "delete_account",
                "idp_link:42",
                "webauthn-register",
                "webauthn-register-passwordless",
                "update_user_locale"
            })
    void loginCannotChangeItsAccount(String action) {
        Account account = Account.withPassword();
        TestBrowser browser = keycloak.browser();
        browser.tokens(account.submitPassword(browser));

        Page page = browser.login(Map.of("kc_action", action));
        Page result = page.hasField("password") ? browser.submit(page, Map.of("password", Account.PASSWORD)) : page;

        assertThat(result.isRedirectToGateway()).as(result.body()).isTrue();
        assertThat(result.parameter("kc_action_status")).isNotEqualTo("success");
        TestBrowser another = keycloak.browser();
        assertThat(another.tokens(account.submitPassword(another)).granted()).isTrue();
    }

    @Test
    void tokensContainOnlyOurRolesAndAudience() {
        Map<String, String> unexpected = new TreeMap<>();
        tokens.forEach((holder, token) -> {
            JsonNode claims = new TestTokens(200, json("{\"access_token\":\"" + token + "\"}")).claims();
            if (!claims.path("aud").asString("several").equals("transcendence") || claims.has("resource_access")) {
                unexpected.put(holder, claims.toString());
            }
            assertThat(Set.of("player", "moderator", "admin", "game-server"))
                    .containsAll(claims.at("/realm_access/roles")
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toSet()));
        });

        assertThat(unexpected).isEmpty();
    }

    private static Set<String> rolesOf(TestTokens response) {
        return response.claims().path("resource_access").propertyNames().stream()
                .collect(Collectors.toSet());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void note(Map<String, Integer> open, String holder, int status) {
        if (!REFUSED.contains(status)) {
            open.put(holder, status);
        }
    }

    private static int status(Endpoint endpoint, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(keycloak.url() + endpoint.path()))
                .header("Accept", "application/json")
                .header(
                        "Content-Type",
                        endpoint.path().contains("/protocol/")
                                ? "application/x-www-form-urlencoded"
                                : "application/json")
                .method(
                        endpoint.method(),
                        BodyPublishers.ofString(
                                endpoint.path().contains("/protocol/")
                                        ? "client_id=gateway&token="
                                                + URLEncoder.encode(authorization, StandardCharsets.UTF_8)
                                        : "{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
