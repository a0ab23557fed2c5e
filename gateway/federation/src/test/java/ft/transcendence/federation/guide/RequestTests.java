package ft.transcendence.federation.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission.Decision.Admitted;
import ft.transcendence.federation.OperationAdmission.Decision.Refused;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.engine.FederationEngine;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The README's examples of what a host says about a request, and what it learns about it. */
class RequestTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\"}}}";

    @Test
    void context() {
        Set<String> scopesOfToken = Set.of("profile");
        String authorization = "Bearer token";
        // tag::context[]
        RequestContext context = RequestContext.builder()
                .caller(Caller.authenticated(scopesOfToken))
                .attribute("authorization", authorization)
                .build();
        // end::context[]

        List<HttpRequest> sent = new ArrayList<>();
        String query = "{ me { email } }";
        FederationEngine engine = engine(request -> {
            sent.add(forwarded(request));
            return CompletableFuture.completedFuture(
                    Guide.response("{\"data\":{\"me\":{\"email\":\"a@example.org\"}}}"));
        });
        assertThat(body(engine, query, context)).contains("a@example.org");
        assertThat(body(engine, query, RequestContext.anonymous())).contains("UNAUTHENTICATED");
        assertThat(sent.getFirst().headers().allValues("Authorization")).containsExactly("Bearer token");
    }

    private static HttpRequest forwarded(SubgraphRequest request) {
        // tag::forward[]
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(request.bodyAsBytes()));
        request.context().attribute("authorization").ifPresent(value -> post.header("Authorization", value.toString()));
        // end::forward[]
        return post.build();
    }

    @Test
    void admission() {
        Map<String, Set<String>> policiesOf = Map.of("ann", Set.of("accounting"), "bob", Set.of());
        // tag::admission[]
        RequestContext context = RequestContext.builder()
                .caller(Caller.authenticated(Set.of()))
                .admission(operation -> CompletableFuture.completedFuture(
                        operation.fields().contains("User.reviews")
                                ? new Refused(GraphQLResponse.Kind.REQUEST_ERROR, "Reviews are closed", "CLOSED")
                                : new Admitted(policiesOf.getOrDefault("ann", Set.of()))))
                .build();
        // end::admission[]

        FederationEngine engine = engine(Guide.subgraphs("{\"data\":{\"report\":\"42\"}}", "{}"));
        assertThat(body(engine, "{ report }", context)).isEqualTo("{\"data\":{\"report\":\"42\"}}");
        assertThat(body(engine, "{ me { reviews { body } } }", context)).contains("CLOSED");
    }

    @Test
    void observer() {
        List<String> log = new ArrayList<>();
        // tag::observer[]
        RequestContext context = RequestContext.builder()
                .observer(new OperationObserver() {
                    @Override
                    public void foundInCache() {
                        log.add("cached");
                    }

                    @Override
                    public void parsed(Duration time) {
                        log.add("parsed in " + time);
                    }

                    @Override
                    public void planned(Duration time) {
                        log.add("planned in " + time);
                    }

                    @Override
                    public FetchObserver fetchStarted(SubgraphRequest request) {
                        long begun = System.nanoTime();
                        return new FetchObserver() {
                            @Override
                            public void answered(SubgraphResponse response, List<ResponseError> errors) {
                                log.add(request.subgraph() + " took " + Duration.ofNanos(System.nanoTime() - begun));
                            }

                            @Override
                            public void failed(FetchFailure failure) {
                                log.add(request.subgraph() + " failed: " + failure.reason());
                            }
                        };
                    }

                    @Override
                    public void answered(GraphQLResponse response) {
                        log.add("answered with " + response.size() + " bytes");
                    }
                })
                .build();
        // end::observer[]

        FederationEngine engine = engine(Guide.subgraphs(ME, "{}"));
        body(engine, "{ me { name } }", context);
        assertThat(log).extracting(RequestTests::firstWord).containsExactly("parsed", "planned", "users", "answered");
        log.clear();
        body(engine, "{ me { name } }", context);
        assertThat(log).extracting(RequestTests::firstWord).containsExactly("cached", "users", "answered");
    }

    private static String firstWord(String line) {
        return line.split(" ")[0];
    }

    private static FederationEngine engine(SubgraphTransport transport) {
        return FederationEngine.builder()
                .supergraph(Guide.supergraph())
                .transport(transport)
                .planOnCallingThread()
                .build();
    }

    private static String body(FederationEngine engine, String query, RequestContext context) {
        return engine.execute(GraphQLRequest.of(query), context).join().bodyAsString();
    }
}
