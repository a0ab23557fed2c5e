package ft.transcendence.auth;

import ft.transcendence.auth.fortytwo.FakeFortyTwo;
import ft.transcendence.auth.fortytwo.FortyTwoApplication;
import ft.transcendence.platform.servers.testing.TestBrowser;
import ft.transcendence.platform.servers.testing.TestBrowser.Page;
import ft.transcendence.platform.servers.testing.TestKeycloak;
import ft.transcendence.platform.servers.testing.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The fake 42 that the test Keycloak uses. All tests share one until the end, because Keycloak keeps connections to it that a new one at the
 * same address would not know.
 */
final class FortyTwo {

    static {
        start();
    }

    private FortyTwo() {}

    /** Logs in with 42 as this student, and returns the next page of Keycloak or the redirect to the gateway. */
    static Page login(TestBrowser browser, String student) {
        return browser.submit(browser.login(Map.of("kc_idp_hint", "42")), Map.of("student", student));
    }

    private static void start() {
        TestKeycloak keycloak = TestServers.keycloak();
        FortyTwoApplication application = new FortyTwoApplication(
                TestKeycloak.FORTY_TWO_APPLICATION.username(),
                TestKeycloak.FORTY_TWO_APPLICATION.password(),
                List.of(keycloak.issuer() + "/broker/42/endpoint"));
        try {
            FakeFortyTwo started = FakeFortyTwo.start(
                    new InetSocketAddress("127.0.0.1", keycloak.fortyTwo().getPort()), application, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
