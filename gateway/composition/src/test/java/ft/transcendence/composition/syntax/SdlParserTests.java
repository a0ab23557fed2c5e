package ft.transcendence.composition.syntax;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.SchemaDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdlParserTests {
    @Test
    void readsTypesWithTheirMembersAndPlaces() {
        TypeDeclaration type = only("""
                "A product."
                type Product implements Node & Named @key(fields: "id") {
                  "Its name."
                  name(language: String! = "en" @tag(name: "i18n")): [String!]!
                }""");

        assertThat(type.kind()).isEqualTo(TypeKind.OBJECT);
        assertThat(type.description()).isEqualTo("A product.");
        assertThat(type.interfaces()).extracting(SdlDocument.Reference::type).containsExactly("Node", "Named");
        assertThat(type.place()).isEqualTo(new Place("products", "products.graphqls", 2, 1));
        assertThat(type.fields()).singleElement().satisfies(field -> {
            assertThat(field.description()).isEqualTo("Its name.");
            assertThat(field.type()).hasToString("[String!]!");
            assertThat(field.place()).hasToString("products.graphqls:4:3");
            assertThat(field.arguments()).singleElement().satisfies(argument -> {
                assertThat(argument.type()).hasToString("String!");
                assertThat(argument.defaultValue()).isEqualTo(Literal.of("en"));
                assertThat(argument.directives()).singleElement().satisfies(use -> assertThat(use.name())
                        .isEqualTo("tag"));
            });
        });
    }

    @Test
    void readsEveryKindOfType() {
        SdlDocument document = parse("""
                scalar Date
                interface Node { id: ID! }
                union Result = | Product | Shop
                enum Color { RED @deprecated GREEN }
                input Filter { color: Color = RED }
                extend type Query { all: Int }
                """);

        assertThat(document.declarations())
                .extracting(declaration -> ((TypeDeclaration) declaration).kind())
                .containsExactly(
                        TypeKind.SCALAR,
                        TypeKind.INTERFACE,
                        TypeKind.UNION,
                        TypeKind.ENUM,
                        TypeKind.INPUT_OBJECT,
                        TypeKind.OBJECT);
        assertThat(((TypeDeclaration) document.declarations().getLast()).isExtension())
                .isTrue();
    }

    @Test
    void readsSchemasAndDirectives() {
        SdlDocument document = parse("""
                schema @link(url: "u") { query: Q subscription: S }
                directive @role(names: [String!]) repeatable on OBJECT | FIELD_DEFINITION
                """);

        SchemaDeclaration schema = (SchemaDeclaration) document.declarations().getFirst();
        assertThat(schema.roots())
                .extracting(SdlDocument.Root::kind)
                .containsExactly(OperationKind.QUERY, OperationKind.SUBSCRIPTION);
        DirectiveDeclaration directive =
                (DirectiveDeclaration) document.declarations().getLast();
        assertThat(directive.isRepeatable()).isTrue();
        assertThat(directive.locations()).containsExactly("OBJECT", "FIELD_DEFINITION");
    }

    @Test
    void readsAllConstants() {
        assertThat(constant("[1, -2.5, true, null, RED, {a: \"b\"}]"))
                .hasToString("[1, -2.5, true, null, RED, {a: \"b\"}]");
    }

    @Test
    void keepsTheLastOfTwoEqualArgumentsAsTheReferenceDoes() {
        TypeDeclaration type = only("type T @tag(name: \"a\", name: \"b\") { a: Int }");

        assertThat(type.directives().getFirst().arguments()).containsEntry("name", Literal.of("b"));
    }

    @Test
    void readsEscapesInStrings() {
        assertThat(constant("\"\\u0041\\u{1F600}\\uD83D\\uDE00\\n\\\"\\\\\"")).isEqualTo(Literal.of("A😀😀\n\"\\"));
    }

    @Test
    void removesTheIndentationOfBlockStrings() {
        assertThat(constant("\"\"\"\n    first\n      second\n\n    \\\"\"\"third\n  \"\"\""))
                .isEqualTo(Literal.of("first\n  second\n\n\"\"\"third"));
    }

    @Test
    void ignoresCommentsCommasAndAByteOrderMark() {
        assertThat(only("\uFEFF# a comment\ntype T { a: Int,, b: Int }").fields())
                .hasSize(2);
    }

    @Test
    void acceptsKeywordsAsNames() {
        assertThat(only("type type implements interface { input: enum on: union }")
                        .fields())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "type T {}",
                "type T { a }",
                "type T { a: [Int }",
                "type T { a: Int!! }",
                "type T implements A, B { a: Int }",
                "type T { a(): Int }",
                "type T @a() { a: Int }",
                "type T { a(x: Int = $x): Int }",
                "schema {}",
                "schema { mutate: M }",
                "extend schema",
                "extend type T",
                "\"d\" extend type T { a: Int }",
                "extend directive @a on OBJECT",
                "union U = ",
                "enum E { true }",
                "directive @a on",
                "directive @a on FIELDS",
                "query { a }",
                "{ a }",
                "fragment F on T { a }",
                "type T { a: Int } }",
                "type T { a(x: Int = 01): Int }",
                "type T { a(x: Int = 1.): Int }",
                "type T { a(x: Int = 1a): Int }",
                "type T @a(x: \"b) { a: Int }",
                "type T @a(x: \"\\x\") { a: Int }",
                "type T @a(x: \"\\uD83D\") { a: Int }",
                "type T @a(x: \"\"\"b) { a: Int }",
                "type T @a(x: 'b') { a: Int }",
                "type Tä { a: Int }",
                "type T { a: Int ... }"
            })
    void refusesWhatIsNoSchema(String sdl) {
        Findings findings = new Findings();

        assertThat(SdlParser.parse(input(sdl), findings)).isEmpty();
        assertThat(findings.errors()).extracting(CompositionError::code).containsExactly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void tellsWhereTheSyntaxIsWrong() {
        Findings findings = new Findings();

        SdlParser.parse(input("type T {\n  a: Int\n  b Int\n}"), findings);

        assertThat(findings.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("[products] syntax error: expected \":\", found \"Int\"");
            assertThat(error.places()).containsExactly(new Place("products", "products.graphqls", 3, 5));
        });
    }

    @Test
    void refusesValuesNestedDeeperThanAnySchemaHas() {
        Findings findings = new Findings();

        SdlParser.parse(input("type T @a(x: " + "[".repeat(100_000) + ") { a: Int }"), findings);

        assertThat(findings.errors()).hasSize(1);
    }

    private static Literal constant(String text) {
        TypeDeclaration type = only("type T @a(x: " + text + ") { a: Int }");
        return requireNonNull(type.directives().getFirst().arguments().get("x"));
    }

    private static TypeDeclaration only(String sdl) {
        return (TypeDeclaration) parse(sdl).declarations().getFirst();
    }

    private static SdlDocument parse(String sdl) {
        Findings findings = new Findings();
        return SdlParser.parse(input(sdl), findings).orElseThrow(() -> new AssertionError(findings.errors()));
    }

    private static SubgraphInput input(String sdl) {
        return new SubgraphInput("products", "", sdl, "products.graphqls");
    }
}
