package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The stream of a session outlives the token that it was opened with. */
class StreamRenewalTests extends BrowserTests {
    private static final String OPEN = ":\n\n";
    private static final String ADA = event("Ada");
    private static final String BOB = event("Bob");
    private static final String DONE = "event: complete\ndata:\n\n";

    @AfterEach
    void tokensLiveAsUsual() {
        PROVIDER.tokensLive(Duration.ofMinutes(5));
    }

    @Test
    void continuesWithTheNextTokenWithoutLossOrRepetition() throws Exception {
        // each stream of the subgraph begins with the current state
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(
                response,
                SUBGRAPH.calls().size() == 1 ? Flux.just(ADA).concatWith(Flux.never()) : Flux.just(ADA, BOB, DONE)));
        // renewed when the stream opens, and again when the next token is requested, 15 seconds before it expires
        PROVIDER.tokensLive(Duration.ofSeconds(17));
        String cookie = logIn();
        try (InputStream stream = openStream(cookie)) {
            PROVIDER.tokensLive(Duration.ofMinutes(5));

            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(OPEN + ADA + BOB + DONE);
        }

        assertThat(SUBGRAPH.calls()).hasSize(2);
        assertThat(SUBGRAPH.calls().stream().map(call -> call.headers().get("authorization")))
                .doesNotHaveDuplicates()
                .allSatisfy(authorization -> assertThat(authorization).startsWith("Bearer "));
    }

    @Test
    void streamEndedByASubgraphAtTokenExpiryReportsTheReason() {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, Flux.just(ADA, DONE)));
        String token = PROVIDER.token(
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(2))));

        assertThat(query(
                                "subscription { renamed { name } }",
                                "accept",
                                "text/event-stream",
                                "authorization",
                                "Bearer " + token)
                        .body())
                .startsWith(OPEN + ADA)
                .contains("\"code\":\"UNAUTHENTICATED\"")
                .endsWith(DONE);
    }

    private InputStream openStream(String cookie) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request("/graphql")
                                .header("content-type", "application/json")
                                .header("accept", "text/event-stream")
                                .header("cookie", cookie)
                                .header("x-requested-with", "test")
                                .POST(BodyPublishers.ofString("{\"query\":\"subscription { renamed { name } }\"}"))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private static String event(String name) {
        return "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"" + name + "\"}}}\n\n";
    }
}
