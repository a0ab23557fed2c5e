package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/** Whether a subgraph can give a field of an object of some type. */
public sealed interface Resolution {

    /** It cannot. */
    record Unavailable() implements Resolution {}

    /** The object cannot have that type there, so the field never has to be given. */
    record Impossible() implements Resolution {}

    /**
     * It can.
     *
     * @param type the field's type in that subgraph
     * @param requires what the subgraph must be sent first; empty for nothing
     * @param beside what is selected with the field: a requirement that the subgraph itself has where the object is
     * @param contextArguments what the subgraph must be given of enclosing objects
     * @param provided external fields that can be selected below
     */
    record FieldMove(
            TypeRef type, FieldSet requires, FieldSet beside, List<ContextArgument> contextArguments, FieldSet provided)
            implements Resolution {

        /** A move that needs nothing. */
        FieldMove(TypeRef type, FieldSet provided) {
            this(type, FieldSet.EMPTY, FieldSet.EMPTY, List.of(), provided);
        }

        /** Whether something has to be sent with the object, so that the move is possible only in an entity hop made for it. */
        public boolean hasRequirements() {
            return !requires.isEmpty() || !contextArguments.isEmpty();
        }

        /** This move once its requirements are met. */
        public FieldMove withoutRequirements() {
            return new FieldMove(type, provided);
        }
    }

    Resolution UNAVAILABLE = new Unavailable();
    Resolution IMPOSSIBLE = new Impossible();
}
