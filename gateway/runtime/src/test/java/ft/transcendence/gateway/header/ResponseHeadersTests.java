package ft.transcendence.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.header.ResponseHeaderRule.Merge;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTests {
    private static final HeaderPolicy NO_RULES = policy();

    @ParameterizedTest
    @CsvSource({"FIRST, a", "LAST, c", "APPEND, 'a,b,c'"})
    void mergesValuesOfSeveralResponses(Merge merge, String expected) {
        HttpHeaders client = answered(
                policy(new ResponseHeaderRule("X-Region", "X-Regions", merge)),
                Map.of("x-region", List.of("a", "b")),
                Map.of("x-region", List.of("c")));

        assertThat(client.getAll("x-regions")).containsExactly(expected.split(","));
    }

    @Test
    void appendsCookiesWhateverTheRuleSays() {
        HttpHeaders client = answered(
                policy(new ResponseHeaderRule("Set-Cookie", null, Merge.LAST)),
                Map.of("set-cookie", List.of("a=1")),
                Map.of("set-cookie", List.of("b=2")));

        assertThat(client.getAll("set-cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void passesNothingWithoutARule() {
        HeaderSelection selection = HeaderSelection.of(List.of(NO_RULES), Set.of());

        assertThat(PassedResponseHeaders.of(NO_RULES, selection)).isNull();
        assertThat(ResponseHeaders.of(contextOf(selection))).isNull();
    }

    @Test
    void cachingIsAllowedAsFarAsAllSubgraphsAllowIt() {
        assertThat(cachingOf("max-age=60", "max-age=30")).isEqualTo("public, max-age=30");
        assertThat(cachingOf("max-age=60", null)).isEqualTo("no-store");
    }

    @Test
    void failedCallsAndMutationsForbidCaching() {
        HeaderPolicy policy = caching();
        HeaderSelection selection = HeaderSelection.of(List.of(policy), Set.of());
        PassedResponseHeaders passed = Objects.requireNonNull(PassedResponseHeaders.of(policy, selection));
        Map<String, List<String>> cacheable = Map.of("cache-control", List.of("max-age=60"));

        ResponseHeaders failed = collected(selection);
        passed.collect(cacheable, true, failed);
        passed.collect(null, true, failed);
        assertThat(written(failed, true).get("cache-control")).isEqualTo("no-store");

        ResponseHeaders mutation = collected(selection);
        passed.collect(cacheable, false, mutation);
        assertThat(written(mutation, true).get("cache-control")).isEqualTo("no-store");
    }

    @Test
    void subgraphsWithoutTheRuleForbidCaching() {
        HeaderSelection selection = HeaderSelection.of(List.of(caching(), NO_RULES), Set.of());
        ResponseHeaders collected = collected(selection);
        Objects.requireNonNull(PassedResponseHeaders.of(NO_RULES, selection))
                .collect(Map.of("cache-control", List.of("max-age=60")), true, collected);

        assertThat(written(collected, true).get("cache-control")).isEqualTo("no-store");
    }

    @Test
    void responsesForOneCallerArePrivate() {
        HeaderPolicy policy = caching();
        HeaderSelection selection = HeaderSelection.of(List.of(policy), Set.of());
        ResponseHeaders collected = collected(selection);
        Objects.requireNonNull(PassedResponseHeaders.of(policy, selection))
                .collect(Map.of("cache-control", List.of("max-age=60")), true, collected);

        assertThat(written(collected, false).get("cache-control")).isEqualTo("private, max-age=60");
        HttpHeaders anonymous = written(collected, true);
        assertThat(anonymous.get("cache-control")).isEqualTo("public, max-age=60");
        assertThat(anonymous.get("vary")).isEqualTo("accept, accept-encoding, accept-language");
    }

    @Test
    void withoutCallsTheGatewayDecides() {
        HttpHeaders client = written(collected(HeaderSelection.of(List.of(caching()), Set.of())), true);

        assertThat(client.get("cache-control")).isEqualTo("no-store");
    }

    @Test
    void keepsABoundedNumberOfValues() {
        HeaderPolicy policy = policy(new ResponseHeaderRule("x-tag", null, Merge.APPEND));
        List<String> many =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

        assertThat(answered(policy, Map.of("x-tag", many), Map.of("x-tag", many))
                        .getAll("x-tag"))
                .hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"connection", "Content-Length", "x-gateway-credential", "access-control-allow-origin", "date"})
    void refusesHeadersOfTheGateway(String name) {
        assertThatThrownBy(() -> new ResponseHeaderRule(name, null, Merge.LAST)).hasMessageContaining("'" + name + "'");
        assertThatThrownBy(() -> new ResponseHeaderRule("x-a", name, Merge.LAST))
                .hasMessageContaining("'" + name + "'");
    }

    private static @Nullable String cachingOf(String first, @Nullable String second) {
        return answered(
                        caching(),
                        Map.of("cache-control", List.of(first)),
                        second == null ? Map.of() : Map.of("cache-control", List.of(second)))
                .get("cache-control");
    }

    @SafeVarargs
    private static HttpHeaders answered(HeaderPolicy policy, Map<String, List<String>>... responses) {
        HeaderSelection selection = HeaderSelection.of(List.of(policy), Set.of());
        PassedResponseHeaders passed = Objects.requireNonNull(PassedResponseHeaders.of(policy, selection));
        ResponseHeaders collected = collected(selection);
        for (Map<String, List<String>> response : responses) {
            passed.collect(response, true, collected);
        }
        return written(collected, true);
    }

    private static ResponseHeaders collected(HeaderSelection selection) {
        return Objects.requireNonNull(ResponseHeaders.of(contextOf(selection)));
    }

    private static RequestContext contextOf(HeaderSelection selection) {
        return selection
                .attach(RequestContext.builder(), new DefaultHttpHeaders(), null, List.of())
                .build();
    }

    private static HttpHeaders written(ResponseHeaders collected, boolean anonymous) {
        HttpHeaders client = new DefaultHttpHeaders().add("cache-control", "no-store");
        collected.writeTo(client, anonymous);
        return client;
    }

    private static HeaderPolicy caching() {
        return policy(new ResponseHeaderRule("Cache-Control", null, Merge.LAST));
    }

    private static HeaderPolicy policy(ResponseHeaderRule... rules) {
        return new HeaderPolicy(
                true,
                List.of("accept-language", "traceparent"),
                "X-Gateway-Credential",
                new HeaderRules(List.of(), List.of(rules)));
    }
}
