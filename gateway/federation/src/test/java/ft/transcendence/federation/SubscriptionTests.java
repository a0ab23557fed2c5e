package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTests {

    private static final GraphQLRequest ADDED =
            GraphQLRequest.of("subscription { reviewAdded { body author { name } } }");
    private static final String EVENT = "{\"data\":{\"reviewAdded\":{\"body\":\"b\",\"author\":{\"id\":\"1\"}}}}";
    private static final String AUTHOR = "{\"data\":{\"_entities\":[{\"name\":\"Ann\"}]}}";
    private static final String COMPLETED =
            "{\"data\":{\"reviewAdded\":{\"body\":\"b\",\"author\":{\"name\":\"Ann\"}}}}";

    /** Notes what it gets. */
    private static final class Client implements Flow.Subscriber<GraphQLResponse> {
        final List<String> seen = new ArrayList<>();
        Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        void request(int count) {
            assertThat(subscription).isNotNull();
            if (subscription != null) {
                subscription.request(count);
            }
        }

        @Override
        public void onNext(GraphQLResponse item) {
            seen.add(item.bodyAsString());
        }

        @Override
        public void onError(Throwable throwable) {
            seen.add("failed " + throwable);
        }

        @Override
        public void onComplete() {
            seen.add("complete");
        }
    }

    private static Client subscribe(ScriptedTransport subgraphs, GraphQLRequest request) {
        Client client = new Client();
        People.engine(subgraphs).subscribe(request, RequestContext.anonymous()).subscribe(client);
        return client;
    }

    @Test
    void completesEachEventFromTheOtherSubgraph() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", AUTHOR).respond("users", AUTHOR);
        Client client = subscribe(subgraphs, ADDED);
        client.request(10);
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        subgraphs.events.close();
        assertThat(client.seen).containsExactly(COMPLETED, COMPLETED, "complete");
        assertThat(subgraphs.requests().getFirst())
                .startsWith("reviews {\"query\":\"subscription{reviewAdded{body author{");
    }

    @Test
    void requestsNoEventBeforeTheClientDoes() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", AUTHOR).respond("users", AUTHOR);
        Client client = subscribe(subgraphs, ADDED);
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        assertThat(subgraphs.requests()).hasSize(1);
        client.request(1);
        assertThat(client.seen).containsExactly(COMPLETED);
        client.request(1);
        assertThat(client.seen).containsExactly(COMPLETED, COMPLETED);
    }

    @Test
    void incompleteEventHasAnErrorAndTheStreamContinues() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", 500, "").respond("users", AUTHOR);
        Client client = subscribe(subgraphs, ADDED);
        client.request(2);
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        assertThat(client.seen.getFirst()).contains("\"author\":{\"name\":null}", "SUBREQUEST_HTTP_ERROR");
        assertThat(client.seen.get(1)).isEqualTo(COMPLETED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | half a body {           | SUBREQUEST_MALFORMED_RESPONSE",
                "503 | {}                      | SUBREQUEST_HTTP_ERROR",
                "200 | {\"data\":{\"_entities\":[]}} | SUBREQUEST_MALFORMED_RESPONSE",
                "200 | {\"data\":null,\"errors\":[{\"message\":\"no\"}]} | DOWNSTREAM_SERVICE_ERROR",
                "200 | {\"data\":{\"_entities\":[null]},\"errors\":[{\"message\":\"no\",\"path\":[\"_entities\",0]}]} | DOWNSTREAM_SERVICE_ERROR",
            })
    void errorStaysInItsEvent(int status, String response, String code) {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", AUTHOR)
                .respond("users", status, response)
                .respond("users", AUTHOR);
        Client client = subscribe(subgraphs, ADDED);
        client.request(3);
        for (int i = 0; i < 3; i++) {
            subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        }
        assertThat(client.seen).hasSize(3);
        assertThat(client.seen.get(1))
                .startsWith("{\"data\":{\"reviewAdded\":{\"body\":\"b\",\"author\":{\"name\":null}}},\"errors\":[{")
                .containsOnlyOnce("\"message\"")
                .contains(code, "\"path\":[\"reviewAdded\",\"author\"");
        assertThat(client.seen.getFirst()).isEqualTo(COMPLETED);
        assertThat(client.seen.getLast()).isEqualTo(COMPLETED);
    }

    @Test
    void malformedEventIsAnErrorAndTheStreamContinues() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", AUTHOR);
        Client client = subscribe(subgraphs, ADDED);
        client.request(3);
        subgraphs.events.submit(ScriptedTransport.response(200, "{\"data\":{\"reviewAdded\":{\"body\":"));
        subgraphs.events.submit(
                ScriptedTransport.response(200, "{\"data\":{\"reviewAdded\":{\"body\":null,\"author\":null}}}"));
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        assertThat(client.seen).hasSize(3);
        assertThat(client.seen.get(0))
                .startsWith("{\"data\":{\"reviewAdded\":null},\"errors\":[{")
                .contains("SUBREQUEST_MALFORMED_RESPONSE");
        assertThat(client.seen.get(1))
                .startsWith("{\"data\":{\"reviewAdded\":null},\"errors\":[{")
                .contains("\"path\":[\"reviewAdded\",\"body\"]");
        assertThat(client.seen.get(2)).isEqualTo(COMPLETED);
    }

    @Test
    void cancellationEndsTheSubgraphsStream() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        Client client = subscribe(subgraphs, ADDED);
        client.request(1);
        assertThat(subgraphs.events.hasSubscribers()).isTrue();
        if (client.subscription != null) {
            client.subscription.cancel();
        }
        subgraphs.events.submit(ScriptedTransport.response(200, EVENT));
        assertThat(subgraphs.events.hasSubscribers()).isFalse();
        assertThat(client.seen).isEmpty();
    }

    @Test
    void reportsAFailedStreamBeforeItEnds() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        Client client = subscribe(subgraphs, ADDED);
        client.request(1);
        subgraphs.events.closeExceptionally(new IllegalStateException("connection reset"));
        assertThat(client.seen).hasSize(2).last().isEqualTo("complete");
        assertThat(client.seen.getFirst())
                .startsWith("{\"data\":{\"reviewAdded\":null},\"errors\":[{")
                .contains("broke off");
    }

    @Test
    void refusedSubscriptionAndQueryEmitOneResponse() {
        Client refused = subscribe(new ScriptedTransport(), GraphQLRequest.of("subscription { nope }"));
        refused.request(1);
        assertThat(refused.seen).hasSize(2).last().isEqualTo("complete");
        assertThat(refused.seen.getFirst()).contains("GRAPHQL_VALIDATION_FAILED");

        Client query = subscribe(
                new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"id\":\"1\"}}}"),
                GraphQLRequest.of("{ me { id } }"));
        query.request(1);
        assertThat(query.seen).containsExactly("{\"data\":{\"me\":{\"id\":\"1\"}}}", "complete");
    }
}
