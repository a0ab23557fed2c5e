package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/** Whether a subgraph can give a field of an object of some type. */
public sealed interface FieldResolution {

    /** It cannot. */
    record Unavailable() implements FieldResolution {}

    /** The object cannot have that type there, so the field never has to be given. */
    record Impossible() implements FieldResolution {}

    /**
     * It can.
     *
     * @param type the field's type in that subgraph
     * @param requires what the subgraph must be sent first; empty for nothing
     * @param localRequires what is selected with the field: a requirement that the subgraph itself has where the object is
     * @param contextArguments what the subgraph must be given of enclosing objects
     * @param provided external fields that can be selected below
     */
    record FieldEdge(
            TypeRef type, FieldSet requires, FieldSet localRequires, List<ContextArgument> contextArguments, FieldSet provided)
            implements FieldResolution {

        /** A move that needs nothing. */
        FieldEdge(TypeRef type, FieldSet provided) {
            this(type, FieldSet.EMPTY, FieldSet.EMPTY, List.of(), provided);
        }

        /** Whether something has to be sent with the object, so that the move is possible only in an entity hop made for it. */
        public boolean hasRequirements() {
            return !requires.isEmpty() || !contextArguments.isEmpty();
        }

        /** This move once its requirements are met. */
        public FieldEdge withoutRequirements() {
            return new FieldEdge(type, provided);
        }
    }

    FieldResolution UNAVAILABLE = new Unavailable();
    FieldResolution IMPOSSIBLE = new Impossible();
}
