package ft.transcendence.federation.operation;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * One operation, as planned and projected. The values of the variables that {@code @skip} and {@code @include} read are
 * already applied: operations that differ in them are different normalized operations with different plans.
 *
 * @param rootType the root type's name in the consumer schema
 * @param fields the response, in order
 * @param variables declared by the client, in order
 * @param directives of the operation, for subgraphs
 * @param key equal for equal operations: a hash for plan caches
 */
public record NormalizedOperation(
        OperationKind kind,
        String rootType,
        List<NormalizedField> fields,
        List<VariableUse> variables,
        List<Directive> directives,
        String key) {
    public NormalizedOperation {
        fields = List.copyOf(fields);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
    }

    /** This operation with other fields. */
    public NormalizedOperation withFields(List<NormalizedField> other) {
        return new NormalizedOperation(kind, rootType, other, variables, directives, key);
    }
}
