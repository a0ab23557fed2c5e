package ft.transcendence.testkit;

import com.apollographql.federation.graphqljava.Federation;
import ft.transcendence.testkit.subgraph.SubgraphCall;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;

/** Two subgraphs as their teams would build them with graphql-java: users, and the ratings that another team has for them. */
public final class People {

    public static final String USERS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

            type Query {
              me: User
              users(first: Int!): [User!]!
              whoAsks: String
              broken: String
            }
            type Subscription { joined: User! }
            type User @key(fields: "id") { id: ID! name: String! }
            """;

    public static final String RATINGS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

            type User @key(fields: "id") { id: ID! rating: Rating level(of: Mode!): Int }
            type Rating { value: Int! }
            enum Mode { DUEL TEAM }
            """;

    private People() {}

    public static GraphQL users() {
        return users(new SubmissionPublisher<>());
    }

    /** @param joining the ids of the users who join */
    static GraphQL users(SubmissionPublisher<String> joining) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("me", field -> user("1"))
                        .dataFetcher("users", field -> IntStream.rangeClosed(
                                        1, Objects.requireNonNull(field.<Integer>getArgument("first")))
                                .mapToObj(number -> user(String.valueOf(number)))
                                .toList())
                        .dataFetcher("whoAsks", People::whoAsks)
                        .dataFetcher("broken", field -> DataFetcherResult.newResult()
                                .error(error("The cable is cut.", "BROKEN"))
                                .build()))
                .type("Subscription", type -> type.dataFetcher("joined", field -> joins(joining)))
                .build();
        return federated(USERS, wiring);
    }

    /** Rates the user with the id n at 1000 + n. */
    public static GraphQL ratings() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("User", type -> type.dataFetcher("rating", field -> Map.of("value", 1000 + idOf(field)))
                        .dataFetcher(
                                "level", field -> "DUEL".equals(field.getArgument("of")) ? idOf(field) : -idOf(field)))
                .build();
        return federated(RATINGS, wiring);
    }

    static FederatedGraph.Builder graph() {
        return FederatedGraph.builder().subgraph("users", users()).subgraph("ratings", ratings());
    }

    static GraphQL federated(String sdl, RuntimeWiring wiring) {
        return GraphQL.newGraphQL(Federation.transform(sdl, wiring)
                        .fetchEntities(field -> Objects.requireNonNull(field.getArgument("representations")))
                        .resolveEntityType(type -> type.getSchema().getObjectType("User"))
                        .build())
                .build();
    }

    private static org.reactivestreams.Publisher<Map<String, Object>> joins(SubmissionPublisher<String> joining) {
        SubmissionPublisher<Map<String, Object>> users = new SubmissionPublisher<>(Runnable::run, 16);
        joining.consume(id -> users.submit(user(id))).whenComplete((end, failure) -> users.close());
        return FlowAdapters.toPublisher(users);
    }

    private static @Nullable String whoAsks(DataFetchingEnvironment field) {
        SubgraphCall call = Objects.requireNonNull(field.getGraphQlContext().get(SubgraphCall.class));
        return call.header("X-Name").orElse("nobody") + ", "
                + field.getGraphQlContext().getOrDefault("role", "visitor");
    }

    private static Map<String, Object> user(String id) {
        return Map.of("__typename", "User", "id", id, "name", "user " + id);
    }

    private static int idOf(DataFetchingEnvironment field) {
        Map<String, String> user = Objects.requireNonNull(field.getSource());
        return Integer.parseInt(Objects.requireNonNull(user.get("id")));
    }

    private static GraphQLError error(String message, String code) {
        return GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", code))
                .build();
    }
}
