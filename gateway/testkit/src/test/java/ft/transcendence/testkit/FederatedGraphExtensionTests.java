package ft.transcendence.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class FederatedGraphExtensionTests {

    @Test
    void buildsTheGraphOnceForAClassAndItsNestedClasses() {
        Sample.BUILT.set(0);

        assertThat(run(Sample.class))
                .containsOnlyKeys("fails", "passes", "executesNothing", "passesInside")
                .satisfies(results -> assertThat(
                                requireNonNull(results.get("passesInside")).getStatus())
                        .isEqualTo(TestExecutionResult.Status.SUCCESSFUL));
        assertThat(Sample.BUILT).hasValue(1);
    }

    @Test
    void addsWhatWasExecutedToAFailure() {
        Throwable failure =
                requireNonNull(run(Sample.class).get("fails")).getThrowable().orElseThrow();

        assertThat(failure).hasMessage("on purpose");
        assertThat(failure.getSuppressed()).singleElement().satisfies(report -> {
            assertThat(report.getStackTrace()).isEmpty();
            assertThat(report).hasMessage("""
                    What the graph executed for this test
                    operation
                      query($n: Int!) { users(first: $n) { level(of: DUEL) } }
                      variables {"n":1}
                    plan
                      QueryPlan {
                        Sequence {
                          Fetch(service: "users") {
                            query($n: Int!) {
                              users(first: $n) {
                                id
                              }
                            }
                          },
                          Flatten(path: "users.@") {
                            Fetch(service: "ratings") {
                              query($_0: Mode!)
                              {
                                ... on User {
                                  __typename
                                  id
                                }
                              } =>
                              {
                                ... on User {
                                  level(of: $_0)
                                }
                              }
                            },
                          },
                        },
                      }
                    request to users
                      query ($n: Int!) {
                        users(first: $n) {
                          id
                        }
                      }
                      variables {"n":1}
                      response {"data":{"users":[{"id":"1"}]}}
                    request to ratings
                      query ($representations: [_Any!]!, $_0: Mode!) {
                        _entities(representations: $representations) {
                          ... on User {
                            level(of: $_0)
                          }
                        }
                      }
                      variables {"representations":[{"__typename":"User","id":"1"}],"_0":"DUEL"}
                      response {"data":{"_entities":[{"level":1}]}}
                    response
                      {"data":{"users":[{"level":1}]}}
                    """);
        });
    }

    @Test
    void addsNothingToTheFailureOfATestThatExecutedNothing() {
        assertThat(requireNonNull(run(Sample.class).get("executesNothing"))
                        .getThrowable()
                        .orElseThrow())
                .hasNoSuppressedExceptions();
    }

    @Test
    void givesTheGraphToEveryMethod() {
        assertThat(run(SampleOfMethods.class)).containsOnlyKeys("passes");
        assertThat(SampleOfMethods.SEEN).containsExactly("class", "method", "test");
    }

    private static Map<String, TestExecutionResult> run(Class<?> test) {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                if (identifier.isTest()) {
                                    results.put(identifier.getDisplayName().replace("(FederatedGraph)", ""), result);
                                }
                            }
                        });
        return results;
    }

    /** Not found by the build, because of its name. */
    static class Sample {

        static final AtomicInteger BUILT = new AtomicInteger();

        @RegisterExtension
        static final FederatedGraphExtension GRAPH = FederatedGraphExtension.of(() -> {
            BUILT.incrementAndGet();
            return People.graph().build();
        });

        @Test
        void fails(FederatedGraph graph) {
            graph.execute("query($n: Int!) { users(first: $n) { level(of: DUEL) } }", Map.of("n", 1));
            throw new IllegalStateException("on purpose");
        }

        @Test
        void executesNothing(FederatedGraph graph) {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void passes(FederatedGraph graph) {
            assertThat(graph.execute("{ me { id } }")).hasNoErrors();
        }

        @Nested
        class Inside {

            @Test
            void passesInside(FederatedGraph graph) {
                assertThat(graph.execute("{ me { id } }")).hasNoErrors();
            }
        }
    }

    static class SampleOfMethods {

        static final List<String> SEEN = new ArrayList<>();

        @RegisterExtension
        static final FederatedGraphExtension GRAPH =
                FederatedGraphExtension.using(context -> People.graph().build());

        @BeforeAll
        static void beforeAll(FederatedGraph graph) {
            see(graph, "class");
        }

        @BeforeEach
        void beforeEach(FederatedGraph graph) {
            see(graph, "method");
        }

        @Test
        void passes(FederatedGraph graph) {
            see(graph, "test");
        }

        private static void see(FederatedGraph graph, String where) {
            assertThat(graph.execute("{ me { id } }")).hasNoErrors();
            SEEN.add(where);
        }
    }
}
