package ft.transcendence.federation.variables;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which literals are replaced by variables. */
final class LiteralExtractorTests {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                            directive @format(as: String) on FIELD
                            type Query {
                              user(id: ID!): User
                              find(filter: Filter, first: Int = 10, tags: [String!], json: JSON, role: Role, ratio: Float): [User!]
                              pinned(of: String): String
                            }
                            type User { id: ID! name(short: Boolean): String friend(id: ID): User }
                            input Filter { name: String ages: [Int] role: Role not: Filter }
                            enum Role { PLAYER ADMIN }
                            scalar JSON
                            """),
                    RuntimeWiring.newRuntimeWiring()
                            .wiringFactory(new MockedWiringFactory())
                            .build());

    private final LiteralExtractor extractor =
            new LiteralExtractor(SCHEMA, (field, argument) -> field.getName().equals("pinned"));

    private LiteralExtractor.Extracted extract(String query) {
        Document document = Parser.parse(query);
        return extractor.extract(
                document,
                document.getDefinitionsOfType(OperationDefinition.class).getFirst());
    }

    private static String text(LiteralExtractor.Extracted extracted) {
        return AstPrinter.printAstCompact(extracted.document());
    }

    private static Map<String, String> literals(LiteralExtractor.Extracted extracted) {
        return extracted.literals().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, literal -> new String(literal.getValue(), StandardCharsets.UTF_8)));
    }

    private void assertUnchanged(String query) {
        LiteralExtractor.Extracted extracted = extract(query);
        assertThat(text(extracted)).isEqualTo(AstPrinter.printAstCompact(Parser.parse(query)));
        assertThat(extracted.literals()).isEmpty();
    }

    @Test
    void replacesALiteralByAVariableOfItsType() {
        LiteralExtractor.Extracted extracted = extract("{ user(id: \"1\") { name(short: true) } }");
        assertThat(text(extracted))
                .isEqualTo(AstPrinter.printAstCompact(
                        Parser.parse("query ($_0: ID!, $_1: Boolean!) { user(id: $_0) { name(short: $_1) } }")));
        assertThat(literals(extracted)).containsOnly(Map.entry("_0", "\"1\""), Map.entry("_1", "true"));
    }

    @Test
    void operationsThatDifferOnlyInLiteralsAreEqual() {
        assertThat(text(extract("{ user(id: \"a\") { id } }")))
                .isEqualTo(text(extract("query Q { user(id: 7) { id } }")));
    }

    @Test
    void coercesValuesToTheirType() {
        assertThat(literals(extract(
                                "{ user(id: 7) { id } find(ratio: 1, first: 3, tags: \"one\", role: ADMIN) { id } }"))
                        .values())
                .containsExactlyInAnyOrder("\"7\"", "1", "3", "[\"one\"]", "\"ADMIN\"");
    }

    @Test
    void equalLiteralsOfOneTypeShareAVariable() {
        LiteralExtractor.Extracted extracted =
                extract("{ a: user(id: \"1\") { id } b: user(id: \"1\") { id } c: user(id: \"2\") { id } }");
        assertThat(literals(extracted).values()).containsExactlyInAnyOrder("\"1\"", "\"2\"");
    }

    @Test
    void equalLiteralsOfDifferentTypesAreTwoVariables() {
        LiteralExtractor.Extracted extracted =
                extract("{ user(id: \"1\") { id } find(filter: {name: \"1\"}, tags: [\"1\"]) { id } }");
        assertThat(extracted.literals()).hasSize(3);
    }

    @Test
    void keepsTheNamesOfClientVariables() {
        LiteralExtractor.Extracted extracted = extract(
                "query ($_0: ID!, $f: Int) { user(id: $_0) { friend(id: \"x\") { id } } find(first: $f) { id } }");
        assertThat(text(extracted)).contains("$_0:ID!", "$f:Int", "user(id:$_0)", "find(first:$f)");
        assertThat(literals(extracted)).containsOnly(Map.entry("_1", "\"x\""));
    }

    @Test
    void extractsLiteralsBesideAVariableIndividually() {
        LiteralExtractor.Extracted extracted = extract(
                "query ($n: String) { find(filter: {name: $n, ages: [1, 2], not: {role: ADMIN, name: null}}) { id } }");
        assertThat(text(extracted)).contains("name:$n").doesNotContain("ADMIN").doesNotContain("[1");
        assertThat(extracted.literals()).isNotEmpty();
    }

    @Test
    void visitsFragmentsAndDropsUnusedOnes() {
        LiteralExtractor.Extracted extracted = extract("""
                { user(id: 1) { ...A } }
                fragment A on User { friend(id: "a") { ...B ... on User { name(short: false) } } }
                fragment B on User { friend(id: "b") { id } }
                fragment C on User { friend(id: "c") { id } }
                """);
        assertThat(literals(extracted).values()).containsExactlyInAnyOrder("\"1\"", "\"a\"", "\"b\"", "false");
        assertThat(text(extracted)).contains("fragment A", "fragment B").doesNotContain("fragment C");
    }

    @Test
    void keepsArgumentsOfDirectives() {
        assertUnchanged("{ find { id @include(if: true) name @format(as: \"SHORT\") } }");
    }

    @Test
    void keepsNull() {
        assertUnchanged("{ find(filter: null) { id } }");
    }

    @Test
    void keepsEnumLiteralsOfCustomScalars() {
        assertUnchanged("{ find(json: SOME_NAME) { id } }");
    }

    @Test
    void keepsLiteralsThatTheSchemaCompares() {
        assertUnchanged("{ pinned(of: \"x\") }");
    }

    @Test
    void keepsIntrospection() {
        assertUnchanged("{ __type(name: \"User\") { fields(includeDeprecated: true) { name } } }");
    }
}
