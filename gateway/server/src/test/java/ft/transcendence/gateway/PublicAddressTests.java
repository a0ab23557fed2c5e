package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ft.transcendence.gateway.network.PublicAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that terminates TLS; the gateway gets plain HTTP. */
@TestPropertySource(properties = "GATEWAY_PUBLIC_URL=https://pong.example")
class PublicAddressTests extends BrowserTests {
    private static final String CALLBACK = "https://pong.example/login/oauth2/code/keycloak";

    @Test
    void loginReturnsToThePublicAddressWhateverTheHostHeader() {
        assertThat(parameterOf(get("/login"), "redirect_uri")).isEqualTo(CALLBACK);
        assertThat(parameterOf(get("/login/42", "X-Forwarded-Host", "evil.example"), "redirect_uri"))
                .isEqualTo(CALLBACK);
    }

    @Test
    void cookiesAreSecureAndHostOnly() {
        HttpResponse<String> pending = get("/login");
        String pendingCookie = pending.headers().firstValue("set-cookie").orElseThrow();
        String session = complete(pending).headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.contains("-session="))
                .findFirst()
                .orElseThrow();

        assertThat(pendingCookie)
                .startsWith("__Host-transcendence-login-")
                .contains("; Secure", "; HTTPOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=1800")
                .doesNotContain("Domain");
        assertThat(session)
                .startsWith("__Host-transcendence-session=")
                .contains("; Secure", "; HTTPOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain", "Max-Age", "Expires");
    }

    @Test
    void loginAndLogoutWork() {
        String cookie = logIn();
        assertThat(cookie).startsWith("__Host-");
        assertThat(isLoggedIn(cookie)).isTrue();

        HttpResponse<String> out = get("/logout", "cookie", cookie);

        assertThat(locationOf(out)).isEqualTo(URI.create("/"));
        assertThat(isLoggedIn(cookie)).isFalse();
    }

    @Test
    void ignoresACookieWithoutThePrefix() {
        String cookie = logIn();

        assertThat(isLoggedIn(cookie.substring("__Host-".length()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pong.example",
                "ftp://pong.example",
                "https://pong.example/",
                "https://pong.example/path",
                "https://pong.example?a=b",
                "https://pong.example#a",
                "https://user@pong.example",
                "https:pong"
            })
    void requiresSchemeHostAndPort(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicAddress(url))
                .withMessageContaining("GATEWAY_PUBLIC_URL");
    }
}
