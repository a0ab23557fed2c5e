package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import ft.transcendence.platform.servers.testing.TestTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak reports an ended session to the gateway before it confirms the end. */
class EndedSessionTests {

    private static final TestKeycloak keycloak = TestServers.keycloak();
    private static final BlockingQueue<String> logoutTokens = new LinkedBlockingQueue<>();
    private static HttpServer gateway;

    @BeforeAll
    static void listen() throws IOException {
        gateway = HttpServer.create(
                new InetSocketAddress("127.0.0.1", keycloak.backChannel().getPort()), 0);
        gateway.createContext("/logout/backchannel", exchange -> {
            logoutTokens.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.stop(0);
    }

    @BeforeEach
    void clear() {
        logoutTokens.clear();
    }

    static Stream<Named<Consumer<Account>>> ends() {
        return Stream.of(
                Named.of("all of a player's sessions ended", Account::endSessions),
                Named.of(
                        "one session ended",
                        account -> account.endSession(account.sessions().getFirst())));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void areReportedToTheGateway(Consumer<Account> end) throws InterruptedException {
        Account account = Account.withPassword();
        TestBrowser browser = keycloak.browser();
        TestTokens tokens = browser.tokens(account.submitPassword(browser));

        end.accept(account);

        JsonNode token = token(logoutTokens.poll(1, TimeUnit.SECONDS));
        assertThat(token.path("iss").asString()).isEqualTo(keycloak.issuer());
        assertThat(token.path("aud").asString()).isEqualTo("gateway");
        assertThat(token.path("sub").asString()).isEqualTo(account.id());
        assertThat(token.path("sid").asString())
                .isEqualTo(tokens.claims().path("sid").asString());
        assertThat(token.path("events").has("http://schemas.openid.net/event/backchannel-logout"))
                .isTrue();
        assertThat(token.path("jti").asString()).isNotEmpty();
        assertThat(logoutTokens).isEmpty();
    }

    private static JsonNode token(String form) {
        assertThat(form).startsWith("logout_token=");
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(form.split("[=.]")[2]));
    }
}
