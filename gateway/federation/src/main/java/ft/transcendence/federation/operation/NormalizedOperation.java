package ft.transcendence.federation.operation;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * An operation's normal form, from which it is planned and its response projected. The variables of {@code @skip} and {@code @include} are already
 * applied: for different values there are different normalized operations and plans.
 *
 * @param rootType the name of the root type in the consumer schema
 * @param fields the fields of the response, in order
 * @param variables the client's variables, in the order of their declarations
 * @param directives the operation's directives for subgraphs
 * @param deferral what is delivered later than the rest
 * @param key a hash for plan caches, equal for equal operations
 */
public record NormalizedOperation(
        OperationKind kind,
        String rootType,
        List<NormalizedField> fields,
        List<VariableUse> variables,
        List<Directive> directives,
        Deferral deferral,
        String key) {
    public NormalizedOperation {
        fields = List.copyOf(fields);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
    }

    /** This operation with other fields. */
    public NormalizedOperation withFields(List<NormalizedField> other) {
        return new NormalizedOperation(kind, rootType, other, variables, directives, deferral, key);
    }

    /** This operation with everything in one response. */
    public NormalizedOperation undeferred() {
        return deferral.isEmpty()
                ? this
                : new NormalizedOperation(
                        kind,
                        rootType,
                        fields.stream().map(NormalizedField::undeferred).toList(),
                        variables,
                        directives,
                        Deferral.NONE,
                        key);
    }
}
