package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.engine.FederationEngine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeferTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\",\"id\":\"1\"}}}";
    private static final String REVIEWS = "{\"data\":{\"_entities\":[{\"reviews\":[{\"body\":\"b\"}]}]}}";
    private static final String ME_WITH_REVIEWS = "{ me { name ... @defer(label: \"slow\") { reviews { body } } } }";

    /** Notes what it gets, and asks for it when told. */
    private static class Client implements Flow.Subscriber<GraphQLResponse> {
        final List<String> seen = new ArrayList<>();
        final List<GraphQLResponse.Kind> kinds = new ArrayList<>();
        Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        Flow.Subscription subscription() {
            if (subscription == null) {
                throw new AssertionError("not subscribed");
            }
            return subscription;
        }

        @Override
        public void onNext(GraphQLResponse item) {
            seen.add(item.bodyAsString());
            kinds.add(item.kind());
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

    private static FederationEngine.Builder builder(SubgraphTransport subgraphs) {
        return FederationEngine.builder()
                .subgraphErrors(SubgraphErrorPolicy.including())
                .planOnCallingThread()
                .supergraph(People.SUPERGRAPH)
                .defer(3)
                .transport(subgraphs);
    }

    private static Client subscribe(
            ScriptedTransport subgraphs, GraphQLRequest request, RequestContext context, IncrementalFormat format) {
        Client client = new Client();
        builder(subgraphs)
                .build()
                .executeIncrementally(request, context, format)
                .subscribe(client);
        return client;
    }

    private static List<String> run(ScriptedTransport subgraphs, String query, IncrementalFormat format) {
        Client client = subscribe(subgraphs, GraphQLRequest.of(query), RequestContext.anonymous(), format);
        client.subscription().request(100);
        return client.seen;
    }

    private static List<String> run(ScriptedTransport subgraphs, String query) {
        return run(subgraphs, query, IncrementalFormat.PENDING);
    }

    @Test
    void deliversTheRestBeforeTheDeferredFragmentIsFetched() {
        CompletableFuture<SubgraphResponse> reviews = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", reviews);

        List<String> seen = run(subgraphs, ME_WITH_REVIEWS);

        assertThat(seen)
                .containsExactly("{\"data\":{\"me\":{\"name\":\"Ann\"}},"
                        + "\"pending\":[{\"id\":\"0\",\"path\":[\"me\"],\"label\":\"slow\"}],\"hasNext\":true}");
        reviews.complete(ScriptedTransport.response(200, REVIEWS));
        assertThat(seen.subList(1, seen.size()))
                .containsExactly(
                        "{\"incremental\":[{\"id\":\"0\",\"data\":{\"reviews\":[{\"body\":\"b\"}]}}],"
                                + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}",
                        "complete");
    }

    @Test
    void writesTheOlderFormat() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", REVIEWS);

        assertThat(run(
                        subgraphs,
                        "{ me { name ... @defer(label: \"slow\") { name reviews { body } } } }",
                        IncrementalFormat.REPEATING))
                .containsExactly(
                        "{\"data\":{\"me\":{\"name\":\"Ann\"}},\"hasNext\":true}",
                        "{\"incremental\":[{\"label\":\"slow\",\"path\":[\"me\"],"
                                + "\"data\":{\"name\":\"Ann\",\"reviews\":[{\"body\":\"b\"}]}}],\"hasNext\":false}",
                        "complete");
    }

    @Test
    void fetchesDeferredFieldsOfTheSameSubgraphSeparately() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("users", "{\"data\":{\"_entities\":[{\"age\":7}]}}");

        assertThat(run(subgraphs, "{ me { name ... @defer { age } } }").getFirst())
                .contains("\"pending\":[{\"id\":\"0\",\"path\":[\"me\"]}]");
        assertThat(subgraphs.requests()).hasSize(2);
        assertThat(subgraphs.requests().getFirst()).contains("name", "id").doesNotContain("age");
        assertThat(subgraphs.requests().get(1)).contains("{...on User{age}}");
    }

    @Test
    void fetchesDeferredRootFieldsAtOnce() {
        CompletableFuture<SubgraphResponse> users = new CompletableFuture<>();
        CompletableFuture<SubgraphResponse> latest = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", users).respond("reviews", latest);

        List<String> seen = run(subgraphs, "{ me { name } ... @defer { latest { body } } }");

        assertThat(subgraphs.requests()).hasSize(2);
        latest.complete(ScriptedTransport.response(200, "{\"data\":{\"latest\":[{\"body\":\"b\"}]}}"));
        assertThat(seen).isEmpty();
        users.complete(ScriptedTransport.response(200, ME));
        assertThat(seen).hasSize(3);
        assertThat(seen.getFirst()).contains("\"data\":{\"me\":{\"name\":\"Ann\"}}");
        assertThat(seen.get(1)).contains("{\"id\":\"0\",\"data\":{\"latest\":[{\"body\":\"b\"}]}}");
    }

    @Test
    void fieldsOfThePrimaryPartAreNotRepeatedButReached() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("reviews", "{\"data\":{\"latest\":[{\"author\":{\"id\":\"1\"}},{\"author\":{\"id\":\"2\"}}]}}")
                .respond("users", "{\"data\":{\"_entities\":[{\"name\":\"Ann\"},{\"name\":\"Bob\"}]}}");

        assertThat(run(subgraphs, "{ latest { author { id } } ... @defer { latest { author { id name } } } }")
                        .get(1))
                .isEqualTo("{\"incremental\":["
                        + "{\"id\":\"0\",\"subPath\":[\"latest\",0,\"author\"],\"data\":{\"name\":\"Ann\"}},"
                        + "{\"id\":\"0\",\"subPath\":[\"latest\",1,\"author\"],\"data\":{\"name\":\"Bob\"}}],"
                        + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}");
    }

    @Test
    void fragmentsInsideOfOthersFollowThem() {
        CompletableFuture<SubgraphResponse> outer = new CompletableFuture<>();
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("users", outer)
                .respond("reviews", REVIEWS);

        List<String> seen = run(
                subgraphs,
                "{ me { name ... @defer(label: \"a\") { age ... @defer(label: \"b\") { reviews { body } } } } }");

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst()).contains("\"label\":\"a\"").doesNotContain("\"label\":\"b\"");
        outer.complete(ScriptedTransport.response(200, "{\"data\":{\"_entities\":[{\"age\":7}]}}"));
        assertThat(seen.get(1)).contains("\"pending\":[{\"id\":\"1\",\"path\":[\"me\"],\"label\":\"b\"}]");
        assertThat(seen.getLast()).isEqualTo("complete");
    }

    @ParameterizedTest
    @EnumSource
    void nullStopsAtTheBorderOfTheFragment(IncrementalFormat format) {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond(
                        "users",
                        "{\"data\":{\"_entities\":[{\"age\":null}]},"
                                + "\"errors\":[{\"message\":\"no\",\"path\":[\"_entities\",0,\"age\"]}]}");

        List<String> seen = run(subgraphs, "{ me { name ... @defer { age } } }", format);

        assertThat(seen.getFirst()).contains("{\"me\":{\"name\":\"Ann\"}}").doesNotContain("errors");
        assertThat(seen.get(1))
                .contains("\"path\":[\"me\",\"age\"]", "\"message\":\"no\"", "\"hasNext\":false")
                .doesNotContain("\"age\":");
    }

    @ParameterizedTest
    @EnumSource
    void failedFetchIsAnErrorOfItsPart(IncrementalFormat format) {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", 500, "");

        List<String> seen = run(subgraphs, ME_WITH_REVIEWS, format);

        assertThat(seen.getFirst()).doesNotContain("errors");
        assertThat(seen.get(1)).contains("SUBREQUEST_HTTP_ERROR", "{\"reviews\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void endsWithThePrimaryPartWhereNoFragmentIsReached(IncrementalFormat format) {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"me\":null}}");

        assertThat(run(subgraphs, ME_WITH_REVIEWS, format))
                .containsExactly("{\"data\":{\"me\":null},\"hasNext\":false}", "complete");
        assertThat(subgraphs.requests()).hasSize(1);
    }

    @Test
    void conditionsDecideWhatIsDeferred() {
        String query = "query($later: Boolean!) { me { name ... @defer(if: $later) { reviews { body } } } }";
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", REVIEWS);
        Client client = subscribe(
                subgraphs,
                GraphQLRequest.of(query, Map.of("later", false)),
                RequestContext.anonymous(),
                IncrementalFormat.PENDING);
        client.subscription().request(1);

        assertThat(client.seen)
                .containsExactly("{\"data\":{\"me\":{\"name\":\"Ann\",\"reviews\":[{\"body\":\"b\"}]}}}", "complete");
        assertThat(client.kinds).containsExactly(GraphQLResponse.Kind.EXECUTED);
    }

    @Test
    void ordinaryExecutionDefersNothing() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", REVIEWS);

        assertThat(builder(subgraphs)
                        .build()
                        .execute(GraphQLRequest.of(ME_WITH_REVIEWS), RequestContext.anonymous())
                        .join()
                        .bodyAsString())
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Ann\",\"reviews\":[{\"body\":\"b\"}]}}}");
    }

    @Test
    void waitsForTheClientToAskAndDeliversWhatIsReadyTogether() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("users", "{\"data\":{\"_entities\":[{\"age\":7}]}}")
                .respond("reviews", REVIEWS);
        Client client = subscribe(
                subgraphs,
                GraphQLRequest.of("{ me { name ... @defer { age } ... @defer { reviews { body } } } }"),
                RequestContext.anonymous(),
                IncrementalFormat.PENDING);

        assertThat(client.seen).isEmpty();
        client.subscription().request(1);
        assertThat(client.seen).hasSize(1);
        client.subscription().request(1);
        assertThat(client.seen).hasSize(3);
        assertThat(client.seen.get(1)).contains("\"age\":7", "\"reviews\":", "\"hasNext\":false");
    }

    @Test
    void cancellingStopsTheFetchesOfDeferredParts() {
        CompletableFuture<SubgraphResponse> reviews = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", reviews);
        Client client = subscribe(
                subgraphs, GraphQLRequest.of(ME_WITH_REVIEWS), RequestContext.anonymous(), IncrementalFormat.PENDING);
        client.subscription().request(5);

        client.subscription().cancel();

        assertThat(reviews).isCancelled();
        assertThat(client.seen).hasSize(1);
    }

    @Test
    void deadlineHoldsForAllParts() {
        CompletableFuture<SubgraphResponse> reviews = new CompletableFuture<>();
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", ME).respond("reviews", reviews);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        CompletableFuture<List<String>> ended = new CompletableFuture<>();
        Client client = new Client() {
            @Override
            public void onComplete() {
                ended.complete(seen);
            }
        };
        builder(subgraphs)
                .clock(InstantSource.fixed(now))
                .build()
                .executeIncrementally(
                        GraphQLRequest.of(ME_WITH_REVIEWS),
                        RequestContext.builder().deadline(now.plusMillis(1)).build(),
                        IncrementalFormat.PENDING)
                .subscribe(client);
        client.subscription().request(5);

        assertThat(ended.join().getLast()).contains("SUBREQUEST_TIMEOUT", "\"hasNext\":false");
    }

    @ParameterizedTest
    @EnumSource
    void sizeLimitHoldsForAllPartsTogether(IncrementalFormat format) {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", ME)
                .respond("reviews", REVIEWS.replace("\"b\"", "\"" + "b".repeat(200) + "\""));
        Client client = subscribe(
                subgraphs,
                GraphQLRequest.of(ME_WITH_REVIEWS),
                RequestContext.builder().maxResponseSize(250).build(),
                format);
        client.subscription().request(5);

        assertThat(client.seen).hasSize(3);
        assertThat(client.seen.getFirst()).contains("Ann");
        assertThat(client.seen.get(1))
                .contains("RESPONSE_TOO_LARGE", "\"hasNext\":false")
                .doesNotContain("bbb");
    }

    @Test
    void countsFragmentsAgainstTheLimit() {
        assertThat(run(
                        new ScriptedTransport(),
                        "{ me { ...@defer{id} ...@defer{name} ...@defer{age} ...@defer{role} } }"))
                .first()
                .asString()
                .contains("OPERATION_LIMIT_EXCEEDED", "more than 3 deferred fragments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ me { ...@defer(label: \"a\") { id } ...@defer(label: \"a\") { name } } } | must be unique",
                "query($l: String) { me { ...@defer(label: $l) { id } } } | must be a literal",
                "mutation { ...@defer { rename(id: 1, name: \"A\") { id } } } | root of a mutation",
                "subscription { reviewAdded { ...@defer { body } } } | in a subscription",
                "{ me { id @defer } } | defer",
            })
    void refusesWhatTheSpecificationDraftForbids(String query, String reason) {
        List<String> seen = run(new ScriptedTransport(), query);

        assertThat(seen.getFirst()).contains("GRAPHQL_VALIDATION_FAILED", reason);
    }

    @Test
    void isUnknownUnlessTheHostOffersIt() {
        assertThat(People.run(new ScriptedTransport(), ME_WITH_REVIEWS)).contains("GRAPHQL_VALIDATION_FAILED", "defer");
        assertThatThrownBy(() -> builder(new ScriptedTransport()).defer(61))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isPartOfTheSchemaThatClientsSee() {
        assertThat(builder(new ScriptedTransport())
                        .build()
                        .execute(
                                GraphQLRequest.of("{ __schema { directives { name locations args { name } } } }"),
                                RequestContext.anonymous())
                        .join()
                        .bodyAsString())
                .contains("{\"name\":\"defer\",\"locations\":[\"FRAGMENT_SPREAD\",\"INLINE_FRAGMENT\"],"
                        + "\"args\":[{\"name\":\"if\"},{\"name\":\"label\"}]}");
    }

    @Test
    void defersFieldsOfTheResultOfAMutation() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":{\"rename\":{\"name\":\"A\",\"id\":\"1\"}}}")
                .respond("reviews", REVIEWS);

        assertThat(run(subgraphs, "mutation { rename(id: 1, name: \"A\") { name ... @defer { reviews { body } } } }"))
                .hasSize(3)
                .element(1)
                .asString()
                .contains("\"data\":{\"reviews\":[{\"body\":\"b\"}]}");
        assertThat(subgraphs.requests().get(1)).contains("query");
    }
}
