package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.identity.TestIdentityProvider;
import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway alone that verifies the tokens of an OpenID Connect provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneIssuersTests {
    private final FakeSubgraph subgraph = new FakeSubgraph();
    private final TestIdentityProvider provider = new TestIdentityProvider();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext gateway;

    @BeforeAll
    void start() {
        gateway = StandaloneGateway.start(
                Map.of("SUBGRAPH_PLAYERS_URL", subgraph.url()),
                "gateway.identity.issuers[0].name=partners",
                "gateway.identity.issuers[0].issuer=" + provider.issuer(),
                "gateway.identity.issuers[0].audiences=transcendence",
                "gateway.identity.issuers[0].headers[0].claim=sub",
                "gateway.identity.issuers[0].headers[0].header=X-User",
                "gateway.subgraphs.forward-headers=x-user,accept-language");
    }

    @AfterAll
    void stop() {
        gateway.close();
        provider.close();
        subgraph.close();
    }

    private HttpResponse<String> ask(String query, String... headers) throws Exception {
        String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void authorizesByTheTokenAndTellsSubgraphsWhoCalls() throws Exception {
        subgraph.respondWith(call -> "{\"data\":{\"secret\":\"42\"}}");
        String token = provider.token(claims -> claims.subject("ada"));

        assertThat(ask("{secret}", "authorization", "Bearer " + token, "x-user", "root", "accept-language", "de")
                        .body())
                .isEqualTo("{\"data\":{\"secret\":\"42\"}}");
        assertThat(subgraph.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().getAll("x-user")).containsExactly("ada");
            assertThat(call.headers().get("accept-language")).isEqualTo("de");
            assertThat(call.headers().get("authorization")).isEqualTo("Bearer " + token);
        });
    }

    @Test
    void servesAnonymousCallersWithoutTheirClaims() throws Exception {
        subgraph.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");

        assertThat(ask("{player(id:1){name}}", "x-user", "root").body()).contains("Ada");
        assertThat(subgraph.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.headers().contains("x-user")).isFalse());
        assertThat(ask("{secret}").body()).contains("Not authorized to read Query.secret");
    }

    @Test
    void refusesInvalidTokens() throws Exception {
        HttpResponse<String> refused =
                ask("{__typename}", "authorization", "Bearer " + provider.token(claims -> claims.audience("x")));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("UNAUTHENTICATED");
    }
}
