package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A subgraph refuses a token that the gateway accepted. */
class RefusedBySubgraphTests extends GatewayTests {
    @Test
    void refusedTokenIsReportedAsUnauthenticated() {
        SUBGRAPH.respondWith((call, response) -> response.status(401).send().then());

        HttpResponse<String> response = query(
                "{ player(id: 1) { name } }", "authorization", "Bearer " + PROVIDER.token(UUID.randomUUID(), "player"));

        assertThat(response.body())
                .contains("\"code\":\"UNAUTHENTICATED\"")
                .doesNotContain("SUBREQUEST_HTTP_ERROR", "401");
    }

    @Test
    void refusalWithoutATokenIsASubgraphFailure() {
        SUBGRAPH.respondWith((call, response) -> response.status(401).send().then());

        assertThat(query("{ player(id: 1) { name } }").body()).contains("SUBREQUEST_HTTP_ERROR");
    }

    @Test
    void requiredFreshLoginIncludesTheLoginAddress() {
        SUBGRAPH.respondWith(call -> """
                {"data":{"rename":null},"errors":[{"message":"Log in again first.","path":["rename"],"extensions":{"code":"FRESH_LOGIN_REQUIRED"}},{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}""");

        assertThat(query("mutation { rename(id: 1, name: \"A\") { name } }").body())
                .contains("\"code\":\"FRESH_LOGIN_REQUIRED\"")
                .containsOnlyOnce("\"login\":\"/login?fresh=true\"");
    }
}
