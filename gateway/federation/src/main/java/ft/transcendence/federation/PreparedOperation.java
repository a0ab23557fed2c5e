package ft.transcendence.federation;

import ft.transcendence.federation.operation.Conditions;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.plan.OperationKind;
import ft.transcendence.federation.variables.VariableCoercer;
import ft.transcendence.federation.variables.VariableException;
import ft.transcendence.federation.variables.VariableValues;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One operation of a valid document, ready to take variables. */
final class PreparedOperation {

    private final Document document;
    private final OperationDefinition definition;
    private final VariableCoercer coercer;
    private final List<String> conditions;

    private PreparedOperation(
            Document document, OperationDefinition definition, VariableCoercer coercer, List<String> conditions) {
        this.document = document;
        this.definition = definition;
        this.coercer = coercer;
        this.conditions = conditions;
    }

    /** @throws RequestRefusedException when the document has no such operation, or it cannot run */
    static PreparedOperation of(Document document, @Nullable String name, GraphQLSchema schema) {
        OperationDefinition definition = find(document, name);
        SubscriptionRoots.conditionProblem(document, definition).ifPresent(problem -> {
            throw new RequestRefusedException(List.of(problem));
        });
        return new PreparedOperation(
                document,
                definition,
                VariableCoercer.of(definition, schema),
                List.copyOf(Conditions.variables(document)));
    }

    private static OperationDefinition find(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name != null && !name.isEmpty()) {
            return operations.stream()
                    .filter(operation -> name.equals(operation.getName()))
                    .findFirst()
                    .orElseThrow(() -> unresolved("The document has no operation named \"" + name + "\"."));
        }
        if (operations.size() != 1) {
            throw unresolved(
                    "The document has " + operations.size() + " operations; operationName must say which to run.");
        }
        return operations.getFirst();
    }

    private static RequestRefusedException unresolved(String message) {
        return new RequestRefusedException(message, "OPERATION_RESOLUTION_FAILURE");
    }

    Document document() {
        return document;
    }

    OperationDefinition definition() {
        return definition;
    }

    OperationKind kind() {
        return OperationKind.valueOf(definition.getOperation().name());
    }

    /** @throws RequestRefusedException when a value does not fit its type */
    VariableValues coerce(Map<String, @Nullable Object> given) {
        try {
            return coercer.coerce(given);
        } catch (VariableException invalid) {
            throw new RequestRefusedException(List.of(new RequestError(
                    String.valueOf(invalid.getMessage()),
                    Optional.ofNullable(invalid.location()).map(List::of).orElse(List.of()),
                    "BAD_USER_INPUT")));
        }
    }

    /** Tells apart the normal forms of the operation: the values of the variables that decide what is selected. */
    String variant(VariableValues variables) {
        if (conditions.isEmpty()) {
            return "";
        }
        StringBuilder bits = new StringBuilder(conditions.size());
        conditions.forEach(name -> bits.append(variables.isTrue(name) ? '1' : '0'));
        return bits.toString();
    }

    /** Whether the response has a field that the consumer schema answers. */
    static boolean introspects(List<NormalizedField> rootFields) {
        return rootFields.stream().anyMatch(NormalizedField::isIntrospection);
    }
}
