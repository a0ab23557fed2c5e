package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeRef;

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
     * @param provided external fields that can be selected below
     */
    record FieldMove(TypeRef type, FieldSet requires, FieldSet provided) implements Resolution {

        /** This move once its requirements are met. */
        public FieldMove withoutRequirements() {
            return new FieldMove(type, FieldSet.EMPTY, provided);
        }
    }

    Resolution UNAVAILABLE = new Unavailable();
    Resolution IMPOSSIBLE = new Impossible();
}
