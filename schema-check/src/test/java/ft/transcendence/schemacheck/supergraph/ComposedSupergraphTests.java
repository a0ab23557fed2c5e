package ft.transcendence.schemacheck.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.schemacheck.finding.CheckException;
import graphql.schema.idl.SchemaPrinter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposedSupergraphTests {
    private static final String JOIN = """
        directive @join__graph(name: String!, url: String!) on ENUM_VALUE
        directive @join__type(graph: join__Graph!, key: String, resolvable: Boolean) repeatable on OBJECT | INTERFACE | ENUM
        directive @join__field(graph: join__Graph) repeatable on FIELD_DEFINITION
        enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b-2", url: "") }
        """;

    private static String consumerSchema(String supergraph) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(ComposedSupergraph.read(supergraph, "supergraph.graphql").consumerSchema())
                .strip();
    }

    @Test
    void clientsSeeNothingInaccessibleAndNothingOfSpecifications() {
        String supergraph = JOIN + """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "hidden", for: SECURITY)
              @link(url: "https://example.com/audit/v1.0", import: ["@audited", {name: "Level", as: "AuditLevel"}])
            { query: Query }
            directive @hidden on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION | UNION
            directive @audited(level: AuditLevel) on FIELD_DEFINITION
            directive @live on QUERY
            directive @internal on FIELD_DEFINITION
            enum AuditLevel { LOW }
            scalar link__Import
            type Query @join__type(graph: A) {
              user(id: ID, secret: ID @hidden, by: Order): User @audited(level: LOW) @internal
              secret: Secret @hidden
              any: Any
            }
            type User implements Named & Hidden @join__type(graph: A, key: "id") { id: ID @deprecated(reason: "Old.") }
            interface Named { id: ID }
            interface Hidden @hidden { id: ID }
            type Secret @hidden { id: ID }
            union Any = User | Secret
            enum Order { UP DOWN @hidden }
            """;
        assertThat(consumerSchema(supergraph)).isEqualTo("""
            interface Named {
              id: ID
            }

            union Any = User

            type Query {
              any: Any
              user(by: Order, id: ID): User
            }

            type User implements Named {
              id: ID @deprecated(reason : "Old.")
            }

            enum Order {
              UP
            }\
            """);
        assertThat(ComposedSupergraph.read(supergraph, "").consumerSchema().getDirectivesByName())
                .containsKey("live")
                .doesNotContainKeys("hidden", "audited", "internal", "join__type");
    }

    @Test
    void supergraphsOfFederation1Compare() {
        assertThat(consumerSchema("""
            schema
              @core(feature: "https://specs.apollo.dev/core/v0.1")
              @core(feature: "https://specs.apollo.dev/join/v0.1")
            { query: Query }
            directive @core(feature: String!) repeatable on SCHEMA
            directive @join__owner(graph: join__Graph!) on OBJECT
            enum join__Graph { A }
            scalar join__FieldSet
            type Query { x: ID }
            """)).isEqualTo("type Query {\n  x: ID\n}");
    }

    @Test
    void accessRulesAndKeysAreThoseOfTheSupergraph() {
        ComposedSupergraph supergraph = ComposedSupergraph.read(JOIN + """
            schema
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "scoped", for: SECURITY)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
            { query: Query }
            directive @scoped(scopes: [[String!]!]!) on FIELD_DEFINITION
            directive @authenticated on FIELD_DEFINITION | OBJECT
            type Query @join__type(graph: A) { x: ID @scoped(scopes: [["admin"]]) @authenticated user: User }
            type User @authenticated
              @join__type(graph: B, key: "id") @join__type(graph: A, key: "id")
              @join__type(graph: B, key: "name", resolvable: false)
            { id: ID name: ID @join__field(graph: B) }
            """, "supergraph.graphql");
        assertThat(supergraph.access().byCoordinate())
                .hasToString("{Query.x=@authenticated @requiresScopes(scopes: [[\"admin\"]]), User=@authenticated}");
        assertThat(supergraph.keys().subgraphs()).hasToString("{User @key(fields: \"id\")=[a, b-2]}");
        assertThat(supergraph.owners().of("User.name")).isEqualTo(Set.of("b-2"));
        assertThat(supergraph.owners().of("User.id.argument")).isEqualTo(Set.of("a", "b-2"));
        assertThat(supergraph.owners().of("Nothing")).isEmpty();
    }

    @Test
    void whatIsNoSupergraphIsReported() {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> ComposedSupergraph.read("type Query { x: Nothing }", "a.graphql"))
                .withMessageStartingWith("a.graphql: not a valid supergraph: ");
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> ComposedSupergraph.read("type Query {", "a.graphql"))
                .withMessageStartingWith("a.graphql:1:13: ");
    }
}
