package ft.transcendence.federation.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.federation.operation.OperationException.Code;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OperationNormalizerTests {

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                            type Query { pet: Pet pets(first: Int, after: String): [Pet!]! }
                            interface Pet { name: String friend: Pet }
                            type Cat implements Pet { name: String! friend: Pet lives: Int }
                            type Dog implements Pet { name: String friend: Pet }
                            """));

    private static final OperationNormalizer NORMALIZER = new OperationNormalizer(SCHEMA, new OperationLimits(12, 100));

    private static NormalizedOperation normalize(String text, String... trueVariables) {
        return NORMALIZER.normalize(Parser.parse(text), null, Set.of(trueVariables)::contains);
    }

    private static String print(List<NormalizedField> fields) {
        return fields.stream()
                .map(field -> (field.forAllTypes() ? "" : field.objectTypes())
                        + field.responseKey()
                        + (field.fields().isEmpty() ? "" : " { " + print(field.fields()) + " }"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void mergesFieldsOfFragmentsForEachTypeTheyApplyTo() {
        NormalizedOperation operation = normalize(
                "{ pet { friend { __typename } ...F ... on Cat { friend { name } lives } } } fragment F on Pet { friend { friend { __typename } } }");
        assertThat(print(operation.fields()))
                .isEqualTo("pet { [Cat]friend { __typename friend { __typename } [Cat]name [Dog]name } "
                        + "[Dog]friend { __typename friend { __typename } } [Cat]lives }");
    }

    @Test
    void appliesConditions() {
        String text =
                "query($a: Boolean!, $b: Boolean!) { pet @skip(if: $a) @include(if: $b) { __typename } x: __typename }";
        assertThat(SkipInclude.variables(Parser.parse(text))).containsExactly("a", "b");
        assertThat(print(normalize(text, "b").fields())).isEqualTo("pet { __typename } x");
        assertThat(print(normalize(text, "a", "b").fields())).isEqualTo("x");
        assertThat(print(normalize(text).fields())).isEqualTo("x");
    }

    @Test
    void equivalentOperationsHaveOneKey() {
        String key =
                normalize("{ pets(first: 1, after: \"a\") { __typename } }").key();
        assertThat(normalize(
                                "{ ...F } fragment F on Query { pets(after: \"a\", first: 1) { ... on Pet { __typename } } }")
                        .key())
                .isEqualTo(key);
        assertThat(normalize("{ pets(first: 2, after: \"a\") { __typename } }").key())
                .isNotEqualTo(key);
    }

    @Test
    void refusesOperationsThatAreTooDeepOrTooLarge() {
        String deep = "{ pet ".repeat(1) + "{ friend ".repeat(20) + "{ __typename }" + " }".repeat(21);
        assertThat(refusal(deep)).isEqualTo(Code.OPERATION_TOO_DEEP);
        StringBuilder large = new StringBuilder("{ pet { ...F0 } } ");
        for (int i = 0; i < 7; i++) {
            large.append(
                    "fragment F%d on Pet { a: friend { ...F%d } b: friend { ...F%d } } ".formatted(i, i + 1, i + 1));
        }
        assertThat(refusal(large + "fragment F7 on Pet { __typename }")).isEqualTo(Code.OPERATION_TOO_LARGE);
        assertThat(refusal("{ pet { __typename: name _0___typename: name } }")).isEqualTo(Code.RESERVED_ALIAS);
        assertThat(refusal("query A { pet { __typename } } query B { pet { __typename } }"))
                .isEqualTo(Code.OPERATION_NOT_FOUND);
    }

    @Test
    void equalSelectionsAreNormalizedOnce() {
        NormalizedOperation operation =
                normalize("{ pet { ... on Cat { friend { ...F } } ... on Dog { friend { ...F } } } } "
                        + "fragment F on Pet { name ... on Cat { lives } }");
        List<NormalizedField> friends = operation.fields().getFirst().fields();
        assertThat(friends).extracting(NormalizedField::objectTypes).containsExactly(List.of("Cat"), List.of("Dog"));
        assertThat(friends.getFirst().fields()).isSameAs(friends.getLast().fields());
    }

    @Test
    void sharedSelectionsCountEachTime() {
        String text = "{ pet { ... on Cat { friend { ...F } } ... on Dog { friend { ...F } } } } fragment F on Pet { "
                + IntStream.range(0, 60).mapToObj(i -> "a" + i + ": name").collect(Collectors.joining(" ")) + " }";
        assertThat(refusal(text)).isEqualTo(Code.OPERATION_TOO_LARGE);
    }

    @Test
    void limitsFieldsTimesTypes() {
        String text = "{ pets { "
                + IntStream.range(0, 20)
                        .mapToObj(i -> "a%1$d: friend { name } ... on Cat { a%1$d: friend { lives: __typename } }"
                                .formatted(i))
                        .collect(Collectors.joining(" "))
                + " } }";
        OperationNormalizer strict = new OperationNormalizer(SCHEMA, new OperationLimits(12, 1_000, 50));
        assertThat(catchThrowableOfType(
                                OperationException.class,
                                () -> strict.normalize(Parser.parse(text), null, name -> false))
                        .code())
                .isEqualTo(Code.OPERATION_TOO_LARGE);
        assertThat(new OperationNormalizer(SCHEMA, new OperationLimits(12, 1_000))
                        .normalize(Parser.parse(text), null, name -> false)
                        .fields())
                .hasSize(1);
    }

    private static Code refusal(String text) {
        return catchThrowableOfType(OperationException.class, () -> normalize(text))
                .code();
    }
}
