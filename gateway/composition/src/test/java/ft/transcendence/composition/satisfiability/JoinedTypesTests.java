package ft.transcendence.composition.satisfiability;

import static ft.transcendence.composition.CompositionTester.supergraph;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.reader.SubgraphReader;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine reads the same supergraph from the printed SDL. */
final class JoinedTypesTests {
    private static final String[] SUBGRAPHS = {"""
        type Query { media: Media user: User @provides(fields: "name") hit: Hit @shareable }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String isbn: Int! @shareable }
        type Film implements Media @key(fields: "id") @key(fields: "id title") { id: ID! title: String }
        union Hit = Book | Film | Author
        type Author @shareable { name: String }
        type User @key(fields: "id", resolvable: false) @context(name: "user") { id: ID! name: String @external locale: String @shareable order: Order }
        type Order @key(fields: "id") { id: ID! weight(in: Int = 1): Int @external price(l: String @fromContext(field: "$user { locale }")): [Int!]! @requires(fields: "weight(in: 2)") rank: Int @shareable }
        type Mutation { add(at: [ID!]): Int }
        """, """
        type Query { hit: Hit @shareable rated: [Media] }
        type Media @interfaceObject @key(fields: "id") { id: ID! score: Int }
        union Hit = Author
        type Author @shareable { name: String }
        type User @key(fields: "id") { id: ID! name: String @shareable locale: String @shareable moved: Int }
        type Order @key(fields: "id") { id: ID! weight(in: Int = 1): Int rank: Int! @shareable }
        """, """
        type User @key(fields: "id") { id: ID! moved: Int @override(from: "b", label: "percent(5)") }
        """};

    @Test
    void isWhatTheReaderOfTheEngineReads() {
        String sdl = supergraph(SUBGRAPHS);
        Schema schema = SubgraphReader.readAll(List.of(new SubgraphInput("supergraph", "", sdl)), new Findings())
                .getFirst()
                .schema();
        Supergraph joined = JoinedTypes.read(schema);
        Supergraph read = SupergraphReader.read(sdl);
        assertThat(joined.subgraphs()).isEqualTo(read.subgraphs());
        Map<String, SupergraphType> expected = new LinkedHashMap<>();
        joined.types()
                .keySet()
                .forEach(name -> expected.put(
                        name, asFarAsPlanned(requireNonNull(read.types().get(name)))));
        assertThat(joined.types()).isEqualTo(expected).containsKeys("Query", "Media", "Hit", "Order", "User");
        assertThat(joined.consumerSchema().getObjectType("Order").getField("price"))
                .isNotNull();
    }

    /** Without the directives of clients and input fields, which planning does not read. */
    private static SupergraphType asFarAsPlanned(SupergraphType type) {
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        type.fields()
                .forEach((name, field) ->
                        fields.put(name, new SupergraphField(name, field.type(), field.joins(), List.of(), Map.of())));
        return new SupergraphType(
                type.name(),
                type.kind(),
                type.joins(),
                fields,
                withoutEmpty(type),
                type.members(),
                type.contexts(),
                List.of());
    }

    private static Map<String, Set<String>> withoutEmpty(SupergraphType type) {
        Map<String, Set<String>> interfaces = new LinkedHashMap<>(type.interfaces());
        interfaces.values().removeIf(Set::isEmpty);
        return interfaces;
    }
}
