package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter that reads a path differently than the route behind it can be bypassed, so guarded paths have one spelling. */
class PathSpellingTests extends BrowserTests {
    static Stream<Arguments> spellings() {
        Stream<String> guarded = Stream.of(
                "/graphql",
                "/login",
                "/login/42",
                "/login/oauth2/code/keycloak",
                "/logout",
                "/logout/backchannel",
                "/graphiql",
                "/graphiql/settings.json",
                "/actuator/health",
                "/oauth2/authorization/keycloak");
        return guarded.flatMap(path -> Stream.<UnaryOperator<String>>of(
                        PathSpellingTests::encodeSecondLetter,
                        spelled -> encodeSecondLetter(spelled).replace("%", "%25"),
                        spelled -> "/" + spelled,
                        spelled -> spelled + "/",
                        spelled -> spelled + "//",
                        spelled -> spelled + ";a=b",
                        spelled -> "/;a" + spelled,
                        spelled -> "/." + spelled,
                        spelled -> "/elsewhere/.." + spelled,
                        spelled -> "/elsewhere/%2e%2E" + spelled,
                        spelled -> "/elsewhere/..;" + spelled,
                        spelled -> "/%2f" + spelled.substring(1),
                        spelled -> spelled + "%2f",
                        spelled -> "/%5c" + spelled.substring(1),
                        spelled -> "/" + spelled.substring(1).toUpperCase(Locale.ROOT),
                        spelled -> "http://localhost/" + spelled)
                .map(spell -> Arguments.of(path, spell.apply(path))));
    }

    private static String encodeSecondLetter(String path) {
        return path.charAt(0) + "%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("spellings")
    void servesGuardedPathsInTheirCanonicalFormOnly(String path, String spelling) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(exchange(method, spelling + "?query={__typename}", "Sec-Fetch-Site: cross-site"))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("__typename");
        }
    }

    @Test
    void noSpellingOfLogoutPassesTheCrossSiteCheck() throws IOException {
        String cookie = logIn();

        for (Arguments spelling : spellings().toList()) {
            exchange("GET", String.valueOf(spelling.get()[1]), "Sec-Fetch-Site: cross-site\r\nCookie: " + cookie);
        }

        assertThat(isLoggedIn(cookie)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/players/%6", "/%25252525256c"})
    void refusesPathsThatCannotBeDecoded(String path) throws IOException {
        assertThat(exchange("GET", path, "Accept: text/html"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: text/html;charset=UTF-8")
                .contains("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/players/J%C3%BCrgen", "/a%20page", "/Assets/App.js", "/logouts", "/a:b@c"})
    void pathsOfPagesMayBeSpelledInAnyWay(String path) throws IOException {
        assertThat(exchange("GET", path, "Accept: text/html")).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets//app.js", "/100%25", "/a;b=c", "/a%2fb"})
    void refusesPathsThatServersReadDifferently(String path) throws IOException {
        assertThat(exchange("GET", path, "Accept: text/html"))
                .startsWith("HTTP/1.1 400 ")
                .contains("<!doctype html>");
    }

    @Test
    void servesAnAbsoluteRequestTarget() throws IOException {
        assertThat(exchange("GET", "http://localhost/graphql?query={__typename}", "Accept: application/json"))
                .startsWith("HTTP/1.1 200 ")
                .contains("{\"data\":{\"__typename\":\"Query\"}}");
    }

    private String exchange(String method, String target, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                    + "Connection: close\r\n" + headers + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
