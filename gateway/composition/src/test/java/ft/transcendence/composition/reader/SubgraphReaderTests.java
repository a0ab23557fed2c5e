package ft.transcendence.composition.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubgraphReaderTests {
    @Test
    void definitionsAndExtensionsBecomeOneType() {
        NamedType type = ReadSubgraph.linking("v2.3", "@shareable", """
                extend type Query @shareable { b: Int }
                type Query { a: Int }
                """)
                .schema()
                .type("Query")
                .orElseThrow();

        assertThat(type.fields()).containsOnlyKeys("a", "b");
        assertThat(type.declarations())
                .extracting(NamedType.Declaration::isExtension)
                .containsExactly(false, true);
        assertThat(type.fields().values()).extracting(Field::declaration).containsExactly(0, 1);
        assertThat(type.directives()).singleElement().satisfies(use -> assertThat(use.declaration())
                .isEqualTo(1));
    }

    @Test
    void specificationsLeaveNothingInTheSchema() {
        ReadSubgraph read = ReadSubgraph.linking("v2.9", "@key FieldSet @policy", """
                directive @key(fields: FieldSet!) repeatable on OBJECT
                directive @deprecated(reason: String) on FIELD_DEFINITION
                directive @own on OBJECT
                scalar FieldSet
                scalar String
                enum link__Purpose { SECURITY EXECUTION }
                type Query { a: Int }
                """);

        assertThat(read.schema().types()).containsOnlyKeys("Query");
        assertThat(read.schema().directiveDefinitions()).containsOnlyKeys("own");
    }

    @Test
    void whatGatewaysReadSchemasByLeavesNothingInTheSchema() {
        ReadSubgraph read = ReadSubgraph.of("""
                type Query { a: Int _entities(representations: [_Any!]!): [_Entity]! _service: _Service! }
                type Product @key(fields: "id") { id: ID! }
                scalar _Any
                union _Entity = Product
                type _Service { sdl: String }
                """);

        assertThat(read.schema().types()).containsOnlyKeys("Query", "Product");
        assertThat(read.schema().type("Query").orElseThrow().fields()).containsOnlyKeys("a");
    }

    @Test
    void theFieldsOfGatewaysNeedNoTypesInFederation1() {
        String query = "type Query { a: Int _entities(representations: [_Any!]!): [_Entity]! }";

        assertThat(ReadSubgraph.of(query).codes()).isEmpty();
        assertThat(ReadSubgraph.linking("v2.3", "@key", query).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type _Any { a: Int } type Product @key(fields: \"id\") { id: ID! } type Query { a: Int }",
                "input _Service { a: Int } type Query { a: Int }",
                "interface Query { a: Int }"
            })
    void typesLeaveRoomForTheFieldsOfGateways(String sdl) {
        assertThat(ReadSubgraph.of(sdl).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void rootTypesGetTheirDefaultNames() {
        ReadSubgraph read = ReadSubgraph.of("""
                schema { query: Root mutation: Changes }
                type Root { self: Root! all: [Any] }
                type Changes { change(id: ID!): Root }
                union Any = Root
                """);

        assertThat(read.schema().types()).containsOnlyKeys("Query", "Mutation", "Any");
        assertThat(field(read, "Query", "self").type()).hasToString("Query!");
        assertThat(read.schema().type("Any").orElseThrow().members()).containsExactly("Query");
        assertThat(requireNonNull(field(read, "Mutation", "change").arguments().get("id"))
                        .coordinate())
                .isEqualTo("Mutation.change(id:)");
    }

    @Test
    void typesWithTheDefaultNamesAreRootTypesEvenIfTheSchemaDoesNotSaySo() {
        assertThat(ReadSubgraph.of("schema { query: Q } type Q { a: Int } type Mutation { a: Int }")
                        .schema()
                        .roots())
                .hasSize(2);
    }

    @Test
    void refusesOtherTypesWithTheNamesOfRootTypes() {
        assertThat(ReadSubgraph.of("schema { query: Q } type Q { a: Int } type Query { a: Int }")
                        .codes())
                .containsExactly(ErrorCode.ROOT_QUERY_USED);
        assertThat(ReadSubgraph.of(
                                "schema { query: Q mutation: M } type Q { a: Int } type M { a: Int } scalar Mutation")
                        .codes())
                .containsExactly(ErrorCode.ROOT_MUTATION_USED);
        assertThat(ReadSubgraph.of(
                                "schema { query: Q subscription: S } type Q { a: Int } type S { a: Int } enum Subscription { A }")
                        .codes())
                .containsExactly(ErrorCode.ROOT_SUBSCRIPTION_USED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema { query: Nowhere } type Query { a: Int }",
                "schema { query: I } interface I { a: Int }",
                "type Query { a: Nothing }",
                "type Query { a(x: Nothing): Int }",
                "type Query { a(x: Query): Int }",
                "type Query { a: In } input In { x: Int }",
                "type Query { a: Int a: Int }",
                "type Query { a: Int } extend type Query { a: Int }",
                "type Query { a: Int } type Query { b: Int }",
                "type Query { a: Int } input In { x: Int x: Int }",
                "type Query implements Nothing { a: Int }",
                "type Query implements E { a: Int } enum E { A }",
                "type Query implements I & I { a: Int } interface I { a: Int }",
                "type Query { a: Int } union U = Query | Query",
                "type Query { a: Int } union U = I interface I { a: Int }",
                "type Query { a: Int } union U = Nothing",
                "type Query { a: Int } directive @a on OBJECT directive @a on OBJECT",
                "type Query { a: Int } directive @a(x: Int, x: Int) on OBJECT",
                "type Query { a: Int } directive @a(x: Query) on OBJECT",
                "type Query { a: Int } extend union Query = Other",
                "type Query { a: Int } extend enum Query { A }",
                "type Query { a: Int } scalar S extend type S { a: Int }",
                "type Query { a: Int } extend scalar Int @a",
                "type Query { a: Int @nothing }",
                "schema @nothing { query: Query } type Query { a: Int }",
                "type Query { a: Int } input In @oneOf { a: Int }"
            })
    void refusesReferencesAndDuplicatesThatMakeNoSense(String sdl) {
        assertThat(ReadSubgraph.of(sdl).codes()).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { a(x: Int, x: Int): Int }",
                "type Query { e: E } enum E { A A }",
                "schema { query: Query } schema { query: Query } type Query { a: Int }",
                "type Query { a: Int } extend interface Query { b: Int }",
                "type Query { a: Int } extend type Elsewhere { a: Int }",
                "type Query { a: Int } type __Type { a: Nothing }",
                "type Query",
                "type Product { a: Int }",
                "directive @a on FIELD"
            })
    void acceptsWhatTheReferenceAccepts(String sdl) {
        assertThat(ReadSubgraph.of(sdl).codes()).isEmpty();
    }

    @Test
    void tellsAllPlacesOfADuplicate() {
        ReadSubgraph read = ReadSubgraph.of("""
                type Query { a: Int }
                extend type Query { a: Int }
                """);

        assertThat(read.message()).isEqualTo("[products] Query.a is defined more than once");
        assertThat(read.places()).containsExactly("1:14", "2:21");
    }

    @Test
    void suggestsTypes() {
        assertThat(ReadSubgraph.of("type Query { a: Prodcut } type Product { a: Int }")
                        .advice())
                .isEqualTo("define the type: did you mean \"Product\"?");
    }

    @Test
    void theNameOfASubgraphIsItsOwn() {
        String sdl = "type Query { a: Int }";

        assertThat(readAll(new SubgraphInput("a", "", sdl), new SubgraphInput("a", "", sdl)))
                .containsExactly(ErrorCode.INVALID_SUBGRAPH_NAME);
        assertThat(readAll(new SubgraphInput("_", "", sdl))).containsExactly(ErrorCode.INVALID_SUBGRAPH_NAME);
        assertThat(readAll(new SubgraphInput("", "", sdl))).containsExactly(ErrorCode.INVALID_SUBGRAPH_NAME);
        assertThat(readAll(new SubgraphInput("a", "", sdl), new SubgraphInput("b", "", sdl)))
                .isEmpty();
    }

    @Test
    void syntaxErrorsOfAllSubgraphsComeBeforeOthers() {
        assertThat(readAll(
                        new SubgraphInput("a", "", "type Query {"),
                        new SubgraphInput("b", "", "schema { query: Q } type Q { a: Int } type Query { a: Int }"),
                        new SubgraphInput("c", "", "type")))
                .containsExactly(ErrorCode.INVALID_GRAPHQL, ErrorCode.INVALID_GRAPHQL);
    }

    private static List<ErrorCode> readAll(SubgraphInput... inputs) {
        Findings findings = new Findings();
        SubgraphReader.readAll(List.of(inputs), findings);
        return findings.errors().stream().map(CompositionError::code).toList();
    }

    private static Field field(ReadSubgraph read, String type, String field) {
        return requireNonNull(read.schema().type(type).orElseThrow().fields().get(field));
    }
}
