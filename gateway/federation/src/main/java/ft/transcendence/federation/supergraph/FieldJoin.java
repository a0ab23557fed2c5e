package ft.transcendence.federation.supergraph;

import java.util.List;
import java.util.Optional;

/**
 * What one subgraph says of a field.
 *
 * @param type the field's type in this subgraph
 * @param external the subgraph knows the field but can give it only where a {@code @provides} says so
 * @param requires fields the subgraph must be sent to resolve this one; empty for none
 * @param provides external fields that can be selected below this one; empty for none
 * @param overrides name of the subgraph from which the field was moved here
 * @param overrideLabel when present, the move holds only while this label is active
 * @param contextArguments what the subgraph takes from enclosing objects ({@code @fromContext})
 */
public record FieldJoin(
        TypeRef type,
        boolean external,
        FieldSet requires,
        FieldSet provides,
        Optional<String> overrides,
        Optional<String> overrideLabel,
        List<ContextArgument> contextArguments) {
    public FieldJoin {
        contextArguments = List.copyOf(contextArguments);
    }

    /** A field that the subgraph resolves by itself. */
    public static FieldJoin plain(TypeRef type) {
        return new FieldJoin(
                type, false, FieldSet.EMPTY, FieldSet.EMPTY, Optional.empty(), Optional.empty(), List.of());
    }
}
