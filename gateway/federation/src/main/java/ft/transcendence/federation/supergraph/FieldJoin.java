package ft.transcendence.federation.supergraph;

import java.util.List;
import java.util.Optional;

/**
 * A field in one subgraph.
 *
 * @param type the type of the field in the subgraph
 * @param external whether the subgraph declares the field but resolves it only where {@code @provides} says so
 * @param requires the fields that the subgraph needs to resolve this one; empty for none
 * @param provides the external fields that can be selected below this one; empty for none
 * @param overrides the name of the subgraph from which the field was moved here
 * @param overrideLabel if present, the field is moved only for requests with this label
 * @param contextArguments the arguments whose values come from enclosing objects ({@code @fromContext})
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

    /** A field that the subgraph resolves without needing anything. */
    public static FieldJoin plain(TypeRef type) {
        return new FieldJoin(
                type, false, FieldSet.EMPTY, FieldSet.EMPTY, Optional.empty(), Optional.empty(), List.of());
    }
}
