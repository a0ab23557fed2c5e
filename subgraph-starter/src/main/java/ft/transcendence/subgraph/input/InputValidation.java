package ft.transcendence.subgraph.input;

import ft.transcendence.subgraph.error.ClientException;
import graphql.Scalars;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rejects arguments that are invalid for every field: text that PostgreSQL cannot store (the NUL character, unpaired
 * surrogates), blank ids, and excessively long texts and lists. Further validation is up to each field. Representations
 * of entities are not checked, because an invalid one must not affect the others; it resolves to null.
 */
final class InputValidation extends SimplePerformantInstrumentation {

    static final int MAXIMUM_LENGTH = 10_000;
    static final int MAXIMUM_ELEMENTS = 1_000;

    private static final char NUL = 0;

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        // a property has no arguments, and asking for them would build an environment that it does not need
        if (parameters.isTrivialDataFetcher()) {
            return fetcher;
        }
        DataFetchingEnvironment environment = parameters.getEnvironment();
        List<GraphQLArgument> arguments = environment.getFieldDefinition().getArguments();
        if (arguments.isEmpty() || environment.getArguments().isEmpty()) {
            return fetcher;
        }
        return checked -> {
            arguments.forEach(
                    argument -> check(argument.getName(), argument.getType(), checked.getArgument(argument.getName())));
            return fetcher.get(checked);
        };
    }

    private static void check(String path, GraphQLInputType type, @Nullable Object value) {
        switch (value) {
            case Collection<?> elements -> checkElements(path, type, elements);
            case Map<?, ?> fields
            when GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input ->
                input.getFieldDefinitions().forEach(field -> checkField(path, field, fields));
            case String text
            when GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLScalarType scalar -> checkText(path, scalar, text);
            case null, default -> {}
        }
    }

    private static void checkElements(String path, GraphQLInputType type, Collection<?> elements) {
        if (isRepresentations(type)) {
            requireObjects(path, elements);
            return;
        }
        if (elements.size() > MAXIMUM_ELEMENTS) {
            throw ClientException.badInput(path + " must have at most " + MAXIMUM_ELEMENTS + " elements.");
        }
        elements.forEach(element -> check(path, type, element));
    }

    private static boolean isRepresentations(GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapAll(type).getName().equals("_Any");
    }

    private static void requireObjects(String path, Collection<?> representations) {
        if (!representations.stream().allMatch(Map.class::isInstance)) {
            throw ClientException.badInput(path + " must be objects with a __typename.");
        }
    }

    private static void checkField(String path, GraphQLInputObjectField field, Map<?, ?> fields) {
        check(path + "." + field.getName(), field.getType(), fields.get(field.getName()));
    }

    private static void checkText(String path, GraphQLScalarType type, String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw ClientException.badInput(path + " must have at most " + MAXIMUM_LENGTH + " characters.");
        }
        if (text.indexOf(NUL) >= 0 || text.codePoints().anyMatch(InputValidation::isHalfAPair)) {
            throw ClientException.badInput(path + " contains invalid characters.");
        }
        if (type.getName().equals(Scalars.GraphQLID.getName()) && text.isBlank()) {
            throw ClientException.badInput(path + " must not be blank.");
        }
    }

    /** Surrogates that form a pair are a single code point. */
    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
