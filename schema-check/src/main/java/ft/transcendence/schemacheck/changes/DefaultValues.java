package ft.transcendence.schemacheck.changes;

import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.schema.InputValueWithState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Default values as text that is the same for equal values. */
final class DefaultValues {
    private DefaultValues() {}

    static Optional<String> print(InputValueWithState value) {
        return value.getValue() instanceof Value<?> literal
                ? Optional.of(AstPrinter.printAstCompact(normalized(literal)))
                : Optional.empty();
    }

    private static Value<?> normalized(Value<?> value) {
        return switch (value) {
            case ObjectValue object -> {
                List<ObjectField> fields = object.getObjectFields().stream()
                        .map(field -> new ObjectField(field.getName(), normalized(field.getValue())))
                        .sorted(Comparator.comparing(ObjectField::getName))
                        .toList();
                yield ObjectValue.newObjectValue().objectFields(fields).build();
            }
            case ArrayValue list ->
                ArrayValue.newArrayValue()
                        .values(list.getValues().stream()
                                .<Value>map(DefaultValues::normalized)
                                .toList())
                        .build();
            default -> value;
        };
    }
}
