package ft.transcendence.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTests {
    @ParameterizedTest
    @CsvSource({
        "/logout, /logout",
        "/logout?a=/b, /logout",
        "/logout#a, /logout",
        "http://pong.example/logout?a, /logout",
        "http://pong.example, /",
        "http://pong.example?a=/b, /",
        "/a?b=http://c/d, /a"
    })
    void isTheTargetWithoutOriginAndQuery(String target, String path) {
        assertThat(RequestPath.ofTarget(target).written()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logout",
                "/%6cogout",
                "/%6Cogout",
                "/%256cogout",
                "/LogOut",
                "/logout/",
                "//logout",
                "/logout//",
                "/./logout",
                "/a/../logout",
                "/a/%2e%2e/logout",
                "/a/..;x/logout",
                "/logout;x=1",
                "/;x/logout",
                "/logout%3bx",
                "/%2flogout",
                "%2flogout",
                "\\logout",
                "/%5clogout",
                "/logout/%2e",
                "/../logout"
            })
    void matchesAPathHoweverItIsSpelled(String path) {
        assertThat(new RequestPath(path).isAtOrBelow("/logout")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/logouts", "/a/logout", "/log/out", "/log%20out", "/", "/logout/../login", "/players/100%25"})
    void doesNotMatchOtherPaths(String path) {
        assertThat(new RequestPath(path).isAtOrBelow("/logout")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%6", "/%zz", "/%25%32%35%32%35%32%35%32%35%32%35252525256c"})
    void hasNoCanonicalFormWhenItCannotBeDecoded(String path) {
        assertThat(new RequestPath(path).canonical()).isEmpty();
    }

    @Test
    void mayContainAPercentSign() {
        assertThat(new RequestPath("/players/100%25+1").canonical()).hasValue("/players/100%+1");
    }
}
