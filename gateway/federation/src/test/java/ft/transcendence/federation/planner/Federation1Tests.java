package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

final class Federation1Tests {

    @Test
    void extendsAnEntityOfItsOwnerByKey() {
        Supergraph supergraph = SupergraphReader.read("""
                schema @core(feature: "https://specs.apollo.dev/core/v0.1") @core(feature: "https://specs.apollo.dev/join/v0.1") { query: Query }
                enum join__Graph { ACCOUNTS @join__graph(name: "accounts" url: "") REVIEWS @join__graph(name: "reviews" url: "") }
                type Query { me: User @join__field(graph: ACCOUNTS) latest: Review @join__field(graph: REVIEWS) }
                type User @join__owner(graph: ACCOUNTS) @join__type(graph: ACCOUNTS, key: "id") @join__type(graph: REVIEWS, key: "id") {
                  id: ID! @join__field(graph: ACCOUNTS)
                  name: String @join__field(graph: ACCOUNTS)
                  reviews: [Review] @join__field(graph: REVIEWS)
                }
                type Review @join__owner(graph: REVIEWS) @join__type(graph: REVIEWS, key: "id") {
                  id: ID! @join__field(graph: REVIEWS)
                  author: User @join__field(graph: REVIEWS, provides: "name")
                  place: Place @join__field(graph: REVIEWS)
                }
                type Place { city: String }
                """);
        NormalizedOperation operation = new OperationNormalizer(supergraph.consumerSchema(), OperationLimits.defaults())
                .normalize(
                        Parser.parse("{ me { name reviews { id place { city } author { id name } } } }"),
                        null,
                        name -> false);
        QueryPlan plan = new QueryPlanner(supergraph, PlannerLimits.defaults()).plan(operation);
        assertThat(plan.toString()).isEqualTo("""
                QueryPlan {
                  Sequence {
                    Fetch(service: "accounts") {
                      {
                        me {
                          name
                          id
                        }
                      }
                    },
                    Flatten(path: "me") {
                      Fetch(service: "reviews") {
                        {
                          ... on User {
                            __typename
                            id
                          }
                        } =>
                        {
                          ... on User {
                            reviews {
                              id
                              place {
                                city
                              }
                              author {
                                id
                                name
                              }
                            }
                          }
                        }
                      },
                    },
                  },
                }
                """);
    }
}
