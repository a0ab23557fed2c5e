package ft.transcendence.federation.supergraph.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.Subgraph;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import org.junit.jupiter.api.Test;

final class ConsumerSchemaTests {

    @Test
    void hasNothingInaccessibleAndNothingOfFederation() {
        String sdl = """
                schema
                  @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/v0.5", as: "j", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", import: [{ name: "@inaccessible", as: "@hidden" }])
                  @link(url: "https://specs.apollo.dev/tag/v0.3")
                { query: Query }
                directive @j__graph(name: String!, url: String!) on ENUM_VALUE
                directive @hidden on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION
                directive @tag(name: String!) repeatable on FIELD_DEFINITION
                scalar j__FieldSet
                enum j__Graph { A @j__graph(name: "a", url: "") }
                type Query @j__type(graph: A) {
                  users(first: Int = 10, secret: Int = 1 @hidden, filter: Filter = {role: PLAYER}): [User!]! @tag(name: "public")
                  audit: Audit @hidden
                }
                type User implements Node @j__type(graph: A, key: "id") { id: ID! mail: String @hidden role: Role @deprecated(reason: "see roles") }
                interface Node @j__type(graph: A) { id: ID! }
                union Anything @j__type(graph: A) = User | Audit
                type Audit @j__type(graph: A) @hidden { text: String }
                enum Role @j__type(graph: A) { PLAYER @j__enumValue(graph: A) ROOT @hidden @j__enumValue(graph: A) }
                input Filter @j__type(graph: A) { role: Role = PLAYER raw: String @hidden }
                """;
        GraphQLSchema schema = SupergraphReader.read(sdl).consumerSchema();
        SchemaPrinter printer =
                new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false));
        assertThat(printer.print(schema).strip()).isEqualTo("""
                        interface Node {
                          id: ID!
                        }

                        union Anything = User

                        type Query {
                          users(filter: Filter = {role : PLAYER}, first: Int = 10): [User!]!
                        }

                        type User implements Node {
                          id: ID!
                          role: Role @deprecated(reason : "see roles")
                        }

                        enum Role {
                          PLAYER
                        }

                        input Filter {
                          role: Role = PLAYER
                        }""".stripIndent());
        assertThat(schema.getDirectives())
                .noneMatch(directive -> directive.getName().contains("hidden")
                        || directive.getName().contains("tag")
                        || directive.getName().contains("__"));
    }

    @Test
    void supergraphKeepsInaccessibleElements() {
        Supergraph supergraph = SupergraphReader.read("""
                schema @link(url: "https://specs.apollo.dev/join/v0.3") @link(url: "https://specs.apollo.dev/inaccessible/v0.2") { query: Query }
                enum join__Graph { A @join__graph(name: "a", url: "http://a") }
                type Query @join__type(graph: A) { shown: Int hidden: Int @inaccessible }
                """);
        SupergraphType query = supergraph.type("Query").orElseThrow();
        assertThat(query.fields()).containsOnlyKeys("shown", "hidden");
        assertThat(AppliedDirective.find(query.field("hidden").orElseThrow().directives(), "inaccessible"))
                .isPresent();
        assertThat(supergraph.subgraphs()).containsEntry("a", new Subgraph("a", "http://a"));
    }
}
