package ft.transcendence.federation.supergraph.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The features of each version of the join specification. */
final class JoinVersionTests {

    private static Supergraph read(String link, String types) {
        return SupergraphReader.read("""
                schema %s { query: Query }
                enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "http://b") }
                %s
                """.formatted(link, types));
    }

    private static Supergraph join(String version, String types) {
        return read(
                "@link(url: \"https://specs.apollo.dev/link/v1.0\") @link(url: \"https://specs.apollo.dev/join/"
                        + version + "\", for: EXECUTION)",
                types);
    }

    private static SupergraphType type(Supergraph supergraph, String name) {
        return supergraph.type(name).orElseThrow();
    }

    private static SupergraphField field(Supergraph supergraph, String type, String field) {
        return type(supergraph, type).field(field).orElseThrow();
    }

    /** Federation 1: owners, and value types without a directive. */
    @Test
    void version01() {
        Supergraph supergraph = read(
                "@core(feature: \"https://specs.apollo.dev/core/v0.2\") @core(feature: \"https://specs.apollo.dev/join/v0.1\", for: EXECUTION)",
                """
                type Query { user: User @join__field(graph: A) }
                type User @join__owner(graph: A) @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A)
                  name: String
                  age: Int @join__field(graph: A)
                  price: Int @join__field(graph: B, requires: "age")
                }
                type Place { city: String }
                union Thing = User | Place
                """);
        assertThat(field(supergraph, "User", "name").joins()).containsOnlyKeys("a");
        assertThat(field(supergraph, "User", "id").joins()).containsOnlyKeys("a", "b");
        assertThat(field(supergraph, "User", "price").join("b").orElseThrow().requires())
                .hasToString("age");
        assertThat(field(supergraph, "Place", "city").joins()).containsOnlyKeys("a", "b");
        assertThat(type(supergraph, "Thing").members())
                .containsEntry("a", Set.of("User", "Place"))
                .containsEntry("b", Set.of("User", "Place"));
    }

    /** The first version of Federation 2: types by subgraph, but neither members of unions nor interface objects. */
    @Test
    void version02() {
        Supergraph supergraph = join("v0.2", """
                type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) node: Node @join__field(graph: B) }
                type User implements Node @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id", resolvable: false) @join__type(graph: B, key: "id", extension: true)
                {
                  id: ID!
                  name: String @join__field(graph: A, external: true) @join__field(graph: B, override: "gone")
                  size: Int! @join__field(graph: A, type: "Int") @join__field(graph: B, type: "Int!")
                }
                interface Node @join__type(graph: B) { id: ID! }
                type Place @join__type(graph: B) { city: String }
                union Thing @join__type(graph: A) @join__type(graph: B) = User | Place
                enum Role @join__type(graph: A) { ADMIN }
                """);
        assertThat(type(supergraph, "User").interfaces()).containsOnlyKeys("b").containsEntry("b", Set.of("Node"));
        assertThat(type(supergraph, "User").join("a").orElseThrow().keys()).allMatch(key -> !key.resolvable());
        assertThat(type(supergraph, "User").join("b").orElseThrow().keys()).allMatch(EntityKey::resolvable);
        assertThat(type(supergraph, "Node").join("b").orElseThrow().interfaceObject())
                .isFalse();
        assertThat(field(supergraph, "User", "name").join("a").orElseThrow().external())
                .isTrue();
        assertThat(field(supergraph, "User", "name").join("b").orElseThrow().overrides())
                .contains("gone");
        assertThat(field(supergraph, "User", "size").join("a").orElseThrow().type())
                .hasToString("Int");
        assertThat(type(supergraph, "Thing").members())
                .containsEntry("a", Set.of("User", "Place"))
                .containsEntry("b", Set.of("User", "Place"));
    }

    /** Adds members of unions and values of enums by subgraph, and interface objects. */
    @Test
    void version03() {
        Supergraph supergraph = join("v0.3", """
                type Query @join__type(graph: A) @join__type(graph: B) { thing: Thing role: Role @join__field(graph: A) }
                interface Node @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
                  id: ID!
                  stars: Int @join__field(graph: B)
                }
                type User implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A, key: "id") {
                  id: ID!
                  stars: Int @join__field
                }
                type Place @join__type(graph: A) @join__type(graph: B) { city: String @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: "a") }
                union Thing @join__type(graph: A) @join__type(graph: B)
                  @join__unionMember(graph: A, member: "User") @join__unionMember(graph: A, member: "Place") @join__unionMember(graph: B, member: "Place")
                  = User | Place
                enum Role @join__type(graph: A) { ADMIN @join__enumValue(graph: A) }
                """);
        assertThat(type(supergraph, "Node").join("a").orElseThrow().interfaceObject())
                .isFalse();
        assertThat(type(supergraph, "Node").join("b").orElseThrow().interfaceObject())
                .isTrue();
        assertThat(field(supergraph, "User", "stars").joins()).isEmpty();
        assertThat(type(supergraph, "Thing").members())
                .containsEntry("a", Set.of("User", "Place"))
                .containsEntry("b", Set.of("Place"));
        assertThat(field(supergraph, "Place", "city").join("a").orElseThrow().external())
                .isTrue();
        assertThat(supergraph.consumerSchema().getType("Role")).isNotNull();
    }

    /** Adds labels of overrides, and directives of subgraphs. */
    @Test
    void version04() {
        Supergraph supergraph = join("v0.4", """
                directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION
                scalar join__DirectiveArguments
                type Query @join__type(graph: A) @join__type(graph: B) @join__directive(graphs: [A], name: "custom", args: {deep: [{a: null}, 1.5, ENUM]}) {
                  name: String @join__field(graph: A, overrideLabel: "percent(5)", usedOverridden: true) @join__field(graph: B, override: "a", overrideLabel: "percent(5)")
                    @join__directive(graphs: [B], name: "source", args: {http: {GET: "/x"}})
                    @join__directive(graphs: [A, NOWHERE], name: "cost", args: {weight: 7})
                  bare: Int @join__field(graph: A) @join__directive(name: "custom")
                }
                """);
        FieldJoin old = field(supergraph, "Query", "name").join("a").orElseThrow();
        assertThat(old.overrideLabel()).contains("percent(5)");
        assertThat(old.external()).isFalse();
        assertThat(field(supergraph, "Query", "name").join("b").orElseThrow().overrideLabel())
                .contains("percent(5)");
        assertThat(field(supergraph, "Query", "name").directives())
                .containsExactly(new AppliedDirective("cost", Map.of("weight", 7)));
        assertThat(field(supergraph, "Query", "bare").directives()).isEmpty();
        assertThat(supergraph.consumerSchema().getDirective("join__directive")).isNull();
    }

    @Test
    void version04WithDirectivesOfTheSchema() {
        Supergraph supergraph = read("""
                @link(url: "https://specs.apollo.dev/join/v0.4", for: EXECUTION)
                @join__directive(graphs: [A], name: "link", args: {url: "https://example.com/custom/v1.0", import: ["@custom"]})
                """, "type Query @join__type(graph: A) { a: Int }");
        assertThat(supergraph.subgraphs()).containsOnlyKeys("a", "b");
    }

    /** Adds context arguments. */
    @Test
    void version05() {
        Supergraph supergraph = read(
                "@link(url: \"https://specs.apollo.dev/join/v0.5\", for: EXECUTION) @link(url: \"https://specs.apollo.dev/context/v0.1\", for: SECURITY)",
                """
                type Query @join__type(graph: A) { shop: Shop }
                interface Market @join__type(graph: A) @context(name: "a__money") { currency: String }
                type Shop implements Market @join__implements(graph: A, interface: "Market") @join__type(graph: A) { currency: String item: Item }
                type Item @join__type(graph: A, key: "id") {
                  id: ID!
                  price: Int @join__field(graph: A, contextArguments: [{context: "a__money", name: "in", type: "String!", selection: "{ currency }"}])
                }
                """);
        ContextArgument argument = field(supergraph, "Item", "price")
                .join("a")
                .orElseThrow()
                .contextArguments()
                .getFirst();
        assertThat(argument.name()).isEqualTo("in");
        assertThat(argument.type()).hasToString("String!");
        assertThat(argument.selection()).hasToString("currency");
        assertThat(type(supergraph, "Market").contexts()).containsExactly("a__money");
        assertThat(supergraph.setsContext("Shop", "a__money")).isTrue();
        assertThat(supergraph.setsContext("Query", "a__money")).isFalse();
    }
}
