package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/matches/1",
                "/players?name=ada&page=2",
                "/a#b",
                "/players/J%C3%BCrgen",
                "/a//b",
                "/search?q=//evil.example",
                "/a?next=https://pong.example/",
                "/loginhelp"
            })
    void acceptsAPathOfThisSite(String path) {
        assertThat(ReturnPath.isSafe(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "matches",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "/\t/evil.example",
                "/\n/evil.example",
                "/a\rset-cookie: b=c",
                "/\u0000",
                "/ /evil.example",
                "/\u2215evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "@evil.example",
                "/%",
                "/%zz",
                "/[",
                "/login",
                "/login?return=/a",
                "/%6cogin",
                "/x/../login",
                "/logout",
                "/LOGOUT",
                "//logout",
                "/logout;a=b"
            })
    void leadsNowhereElse(String path) {
        assertThat(ReturnPath.isSafe(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 10_000})
    void limitsTheLength(int length) {
        assertThat(ReturnPath.isSafe("/" + "a".repeat(length - 1))).isFalse();
        assertThat(ReturnPath.isSafe("/" + "a".repeat(499))).isTrue();
    }
}
