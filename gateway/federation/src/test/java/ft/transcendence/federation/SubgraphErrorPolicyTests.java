package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubgraphErrorPolicyTests {

    private static final String REDACTED =
            "The subgraph 'users' reported an error {\"code\":\"DOWNSTREAM_SERVICE_ERROR\",\"service\":\"users\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"SELECT secret\"}",
                "{\"message\":\"SELECT secret\",\"extensions\":{\"stack\":[\"at secret\"]}}",
                "{\"message\":\"secret\",\"extensions\":{\"code\":\"SECRET_CODE\",\"secret\":1}}",
                "{\"message\":\"secret\",\"extensions\":{\"code\":{\"secret\":1}}}",
                "{\"message\":\"secret\",\"extensions\":{\"errorId\":\"jdbc://secret\"}}",
                "{\"secret\":1}",
                "\"secret\"",
                "[\"secret\"]",
                "null"
            })
    void keepsThePathAndRedactsTheMessage(String error) {
        assertThat(applied(SubgraphErrorPolicy.redacting(), error)).isEqualTo(REDACTED);
    }

    @Test
    void keepsErrorsWithAnAllowedCode() {
        SubgraphErrorPolicy policy =
                new SubgraphErrorPolicy(Set.of("FRESH_LOGIN_REQUIRED"), Set.of("login"), subgraph -> false);

        assertThat(applied(policy, """
                {"message":"Log in again.","extensions":{"code":"FRESH_LOGIN_REQUIRED","service":"forged","login":"/login",
                 "classification":"x","exception":{"stacktrace":[]},"stack":"x"}}"""))
                .isEqualTo(
                        "Log in again. {\"code\":\"FRESH_LOGIN_REQUIRED\",\"login\":\"/login\",\"service\":\"users\"}");
    }

    @Test
    void keepsTheIdThatFindsAnInternalErrorInTheLog() {
        assertThat(
                        applied(
                                SubgraphErrorPolicy.redacting(),
                                "{\"message\":\"NPE\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\",\"errorId\":\"a-1\"}}"))
                .isEqualTo("The subgraph 'users' reported an error"
                        + " {\"code\":\"INTERNAL_SERVER_ERROR\",\"errorId\":\"a-1\",\"service\":\"users\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stack",
                "stackTrace",
                "stack_trace",
                "stacktrace",
                "exception",
                "exceptionClass",
                "debug",
                "debugMessage",
                "debug-info",
                "trace",
                "Stack",
                "errorStackTrace"
            })
    void neverKeepsInternals(String name) {
        String error = "{\"message\":\"m\",\"extensions\":{\"" + name + "\":1,\"more\":[{\"a\":{\"" + name
                + "\":[1]},\"traceId\":\"t\"}]}}";
        String expected =
                "m {\"code\":\"DOWNSTREAM_SERVICE_ERROR\",\"more\":[{\"a\":{},\"traceId\":\"t\"}],\"service\":\"users\"}";

        assertThat(applied(SubgraphErrorPolicy.including(), error)).isEqualTo(expected);
        assertThat(applied(
                        new SubgraphErrorPolicy(
                                Set.of(SubgraphErrorPolicy.DEFAULT_CODE), Set.of(name, "more"), subgraph -> false),
                        error))
                .isEqualTo(expected);
    }

    @Test
    void canIncludeSingleSubgraphs() {
        SubgraphErrorPolicy policy = new SubgraphErrorPolicy(Set.of(), Set.of(), "reviews"::equals);

        assertThat(applied(policy, "{\"message\":\"m\"}")).isEqualTo(REDACTED);
        assertThat(policy.apply("reviews", List.of()).isRedacted()).isFalse();
    }

    private static String applied(SubgraphErrorPolicy policy, String error) {
        SubgraphErrorPolicy.ClientError clientError =
                policy.apply("users", new JsonReader(error.getBytes(StandardCharsets.UTF_8)).readValue());
        JsonWriter out = new JsonWriter(64);
        out.writeValue(clientError.extensions());
        return clientError.message() + " " + new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
    }
}
