package ft.transcendence.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestHeadersTests {
    private static final HttpHeaders CLIENT = new DefaultHttpHeaders()
            .add("X-Tenant", "red")
            .add("X-Trace-A", "1")
            .add("X-Trace-B", "2")
            .add("X-Trace-B", "3")
            .add("Accept-Language", "de")
            .add("Cookie", "session=secret")
            .add("Authorization", "Bearer forged")
            .add("X-Gateway-Credential", "forged")
            .add("Connection", "close");

    @Test
    void propagatesByNameWithAnotherNameAndADefault() {
        assertThat(sent(propagate("x-tenant"))).containsExactly("x-tenant: red");
        assertThat(sent(propagate("X-TENANT", "X-Org", null))).containsExactly("x-org: red");
        assertThat(sent(propagate("x-missing"))).isEmpty();
        assertThat(sent(propagate("x-missing", null, "none"))).containsExactly("x-missing: none");
        assertThat(sent(propagate("x-missing", "x-org", "none"))).containsExactly("x-org: none");
        assertThat(sent(propagate("cookie"))).containsExactly("cookie: session=secret");
    }

    @Test
    void propagatesByPatternWithAllValuesOfRepeatedHeaders() {
        assertThat(sent(matching("x-trace-.*"))).containsExactly("x-trace-a: 1", "x-trace-b: 2", "x-trace-b: 3");
    }

    @Test
    void noPatternPassesWhatIsSecretOrOfOneConnection() {
        assertThat(sent(matching(".*")))
                .containsExactlyInAnyOrder(
                        "x-tenant: red", "x-trace-a: 1", "x-trace-b: 2", "x-trace-b: 3", "accept-language: de");
    }

    @Test
    void laterRulesChangeWhatEarlierOnesDid() {
        assertThat(sent(propagate("x-tenant"), insert("X-Tenant", "blue"))).containsExactly("x-tenant: blue");
        assertThat(sent(insert("x-tenant", "blue"), propagate("x-tenant"))).containsExactly("x-tenant: red");
        assertThat(sent(propagate("x-tenant"), remove("X-Tenant"))).isEmpty();
        assertThat(sent(matching("x-.*"), removeMatching("x-trace-.*"))).containsExactly("x-tenant: red");
    }

    @Test
    void rulesFollowForwardedHeaders() {
        HeaderPolicy policy = policy(true, List.of("Accept-Language", "x-tenant"), remove("x-tenant"));

        assertThat(sent(policy, List.of(policy))).containsExactly("authorization: Bearer token", "accept-language: de");
    }

    @Test
    void rulesOfOtherSubgraphsAddNothing() {
        HeaderPolicy plain = policy(true, List.of("accept-language"));
        HeaderPolicy greedy = policy(false, List.of(), matching("x-.*"));

        assertThat(sent(plain, List.of(plain, greedy)))
                .containsExactly("authorization: Bearer token", "accept-language: de");
        assertThat(sent(greedy, List.of(plain, greedy))).hasSize(4).allMatch(header -> header.startsWith("x-"));
    }

    @Test
    void aCredentialInAuthorizationReplacesTheToken() {
        HeaderPolicy policy = new HeaderPolicy(true, List.of(), "Authorization", HeaderRules.NONE);

        assertThat(sent(policy, List.of(policy))).isEmpty();
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() -> new RequestHeaderRule(null, null, null, null, null, null, null, null))
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> new RequestHeaderRule("a", null, null, null, null, null, "b", null))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> new RequestHeaderRule(null, "b", null, null, null, null, "a", null))
                .hasMessageContaining("rename");
        assertThatThrownBy(() -> new RequestHeaderRule(null, null, null, null, "a", null, null, null))
                .hasMessageContaining("insert and value");
        assertThatThrownBy(() -> insert("a", "b\r\nc: d")).hasMessageContaining("Not a valid value");
        assertThatThrownBy(() -> matching("(")).hasMessageContaining("Not a regular expression: (");
        for (String reserved : List.of("Host", "transfer-encoding", "Authorization", "X-Gateway-Credential")) {
            assertThatThrownBy(() -> propagate(reserved)).hasMessageContaining("'" + reserved + "'");
            assertThatThrownBy(() -> propagate("a", reserved, null)).hasMessageContaining("'" + reserved + "'");
            assertThatThrownBy(() -> insert(reserved, "v")).hasMessageContaining("'" + reserved + "'");
        }
    }

    @Test
    void doesNotRevealInsertedValues() {
        assertThat(insert("x-api-key", "secret")).hasToString("x-api-key");
    }

    private static List<String> sent(RequestHeaderRule... rules) {
        HeaderPolicy policy = policy(false, List.of(), rules);
        return sent(policy, List.of(policy));
    }

    private static List<String> sent(HeaderPolicy policy, List<HeaderPolicy> all) {
        HeaderSelection selection = HeaderSelection.of(all, Set.of());
        RequestContext context = selection
                .attach(RequestContext.builder(), CLIENT, "Bearer token", List.of())
                .build();
        return new RequestHeaders(policy, selection)
                .of(context).stream().map(RequestHeadersTests::text).toList();
    }

    private static String text(Header header) {
        return header.name() + ": " + header.value();
    }

    private static HeaderPolicy policy(boolean authorization, List<String> forwarded, RequestHeaderRule... rules) {
        return new HeaderPolicy(
                authorization,
                forwarded,
                "X-Gateway-Credential",
                new HeaderRules(Stream.of(rules).toList(), List.of()));
    }

    private static RequestHeaderRule propagate(String name) {
        return propagate(name, null, null);
    }

    private static RequestHeaderRule propagate(String name, @Nullable String rename, @Nullable String otherwise) {
        return new RequestHeaderRule(name, rename, otherwise, null, null, null, null, null);
    }

    private static RequestHeaderRule matching(String pattern) {
        return new RequestHeaderRule(null, null, null, NamePattern.valueOf(pattern), null, null, null, null);
    }

    private static RequestHeaderRule insert(String name, String value) {
        return new RequestHeaderRule(null, null, null, null, name, value, null, null);
    }

    private static RequestHeaderRule remove(String name) {
        return new RequestHeaderRule(null, null, null, null, null, null, name, null);
    }

    private static RequestHeaderRule removeMatching(String pattern) {
        return new RequestHeaderRule(null, null, null, null, null, null, null, NamePattern.valueOf(pattern));
    }
}
