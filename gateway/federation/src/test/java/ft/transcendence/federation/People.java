package ft.transcendence.federation;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A supergraph of two subgraphs, {@code users} and {@code reviews}, with an example of everything that execution has to handle. */
final class People {

    static final String SUPERGRAPH = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
              @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
              @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
            { query: Query mutation: Mutation subscription: Subscription }

            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            scalar join__FieldSet
            scalar link__Import
            scalar policy__Policy
            scalar requiresScopes__Scope
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph {
              USERS @join__graph(name: "users", url: "http://users/graphql")
              REVIEWS @join__graph(name: "reviews", url: "http://reviews/graphql")
            }

            type Query @join__type(graph: USERS) @join__type(graph: REVIEWS) {
              me: User @join__field(graph: USERS)
              users(filter: Filter, first: Int = 10): [User] @join__field(graph: USERS)
              allUsers: [User!]! @join__field(graph: USERS)
              found: [Found] @join__field(graph: USERS)
              latest: [Review!] @join__field(graph: REVIEWS)
            }
            type Mutation @join__type(graph: USERS) @join__type(graph: REVIEWS) {
              rename(id: ID!, name: String!): User @join__field(graph: USERS)
              review(body: String!): Review @join__field(graph: REVIEWS)
            }
            type Subscription @join__type(graph: REVIEWS) {
              reviewAdded: Review
            }
            type User @join__type(graph: USERS, key: "id") @join__type(graph: REVIEWS, key: "id") {
              id: ID!
              name: String @join__field(graph: USERS)
              age: Int! @join__field(graph: USERS)
              role: Role @join__field(graph: USERS)
              tags: [String!] @join__field(graph: USERS)
              extra: JSON @join__field(graph: USERS)
              email: String @join__field(graph: USERS) @authenticated
              salary: Int! @join__field(graph: USERS) @requiresScopes(scopes: [["hr", "read"], ["admin"]])
              secret: Secret @join__field(graph: USERS)
              reviews: [Review!] @join__field(graph: REVIEWS)
            }
            type Bot @join__type(graph: USERS) {
              model: String
            }
            union Found @join__type(graph: USERS) @join__unionMember(graph: USERS, member: "User") @join__unionMember(graph: USERS, member: "Bot") = User | Bot
            type Secret @join__type(graph: USERS) @policy(policies: [["owner"]]) {
              text: String
            }
            type Review @join__type(graph: REVIEWS) {
              id: ID!
              body: String!
              stars: Int
              author: User
            }
            enum Role @join__type(graph: USERS) {
              PLAYER @join__enumValue(graph: USERS)
              ADMIN @join__enumValue(graph: USERS)
            }
            scalar JSON @join__type(graph: USERS)
            input Filter @join__type(graph: USERS) {
              role: Role
              minAge: Int! = 0
              names: [String!]
            }
            """;

    private People() {}

    /** An engine that plans on the thread of the request, so that it has called the subgraphs when it returns. */
    static FederationEngine engine(SubgraphTransport transport) {
        return FederationEngine.builder()
                .subgraphErrors(SubgraphErrorPolicy.including())
                .planOnCallingThread()
                .supergraph(SUPERGRAPH)
                .transport(transport)
                .build();
    }

    /** The response to an anonymous caller. */
    static String run(SubgraphTransport transport, String query) {
        return run(transport, query, Map.of());
    }

    static String run(SubgraphTransport transport, String query, Map<String, @Nullable Object> variables) {
        return run(transport, query, variables, RequestContext.anonymous());
    }

    static String run(
            SubgraphTransport transport,
            String query,
            Map<String, @Nullable Object> variables,
            RequestContext context) {
        return engine(transport)
                .execute(GraphQLRequest.of(query, variables), context)
                .join()
                .bodyAsString();
    }
}
