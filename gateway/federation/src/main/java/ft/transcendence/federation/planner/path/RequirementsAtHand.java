package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.List;
import java.util.Set;

/**
 * Selects with a field what it requires, where its subgraph provides that itself: then no hop has to bring it, but some resolvers
 * see only what is selected.
 */
final class RequirementsAtHand {
    private final Places places;
    private final ChosenWays ways;

    RequirementsAtHand(Places places, ChosenWays ways) {
        this.places = places;
        this.ways = ways;
    }

    void select(Source source, PlaceField field) {
        FieldEdge edge = field.candidates().get(source);
        if (edge == null || edge.beside().isEmpty()) {
            return;
        }
        for (String objectType : field.objectTypes()) {
            select(source, field.objectTypes(), objectType, edge.beside());
        }
    }

    private void select(Source source, List<String> scope, String objectType, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> select(source, scope, objectType, field);
                case FieldSet.Fragment fragment -> {
                    Set<String> admitted = places.graph().supergraph().objectTypes(fragment.typeCondition());
                    if (admitted.contains(objectType)) {
                        List<String> narrowed =
                                scope.stream().filter(admitted::contains).toList();
                        select(source, narrowed, objectType, fragment.selections());
                    }
                }
            }
        }
    }

    private void select(Source source, List<String> scope, String objectType, FieldSet.Field field) {
        PlaceField wanted = places.internalField(source.place(), scope, objectType, field);
        if (!wanted.candidates().containsKey(source)) {
            return;
        }
        if (wanted.child().isEmpty()) {
            ways.supply(wanted, source);
            return;
        }
        for (Source below : wanted.child().get().sources()) {
            if (below instanceof Source.Derived derived && derived.parent() == source) {
                ways.activate(derived);
                for (String childType : derived.place().objectTypes()) {
                    select(derived, derived.place().objectTypes(), childType, field.selections());
                }
            }
        }
    }
}
