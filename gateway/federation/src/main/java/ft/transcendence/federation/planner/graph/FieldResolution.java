package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;

/** What a graph node offers for a field of an object of a given type. */
public sealed interface FieldResolution {

    /** The subgraph cannot resolve the field. */
    record Unavailable() implements FieldResolution {}

    /** Objects at the node never have that type, so the field never has to be resolved. */
    record Impossible() implements FieldResolution {}

    /**
     * The subgraph can resolve the field: an edge of the query graph.
     *
     * @param type the field's type in that subgraph
     * @param requires the {@code @requires} field set that must be sent first; empty if none
     * @param localRequires a required field set that the subgraph provides itself at this node; it is selected together with the field
     * @param contextArguments arguments whose values come from enclosing objects ({@code @fromContext})
     * @param provided external fields that {@code @provides} makes selectable below the field
     */
    record FieldEdge(
            TypeRef type,
            FieldSet requires,
            FieldSet localRequires,
            List<ContextArgument> contextArguments,
            FieldSet provided)
            implements FieldResolution {

        /** An edge without requirements. */
        FieldEdge(TypeRef type, FieldSet provided) {
            this(type, FieldSet.EMPTY, FieldSet.EMPTY, List.of(), provided);
        }

        /** Whether inputs must be sent with the object, so that the edge can only be taken in an entity move of its own. */
        public boolean hasRequirements() {
            return !requires.isEmpty() || !contextArguments.isEmpty();
        }

        /** This edge once its requirements are met. */
        public FieldEdge withoutRequirements() {
            return new FieldEdge(type, provided);
        }
    }

    FieldResolution UNAVAILABLE = new Unavailable();
    FieldResolution IMPOSSIBLE = new Impossible();
}
