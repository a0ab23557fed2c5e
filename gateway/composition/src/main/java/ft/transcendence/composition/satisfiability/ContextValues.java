package ft.transcendence.composition.satisfiability;

import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The values that enclosing objects supply to arguments with {@code @fromContext}. */
final class ContextValues {
    private final Supergraph supergraph;
    private final Reachability reachability;
    private final Map<String, Set<FieldSet>> selectionsByContext = new HashMap<>();

    /** A value of the nearest enclosing object that sets the context. */
    record Value(String context, FieldSet selection) {}

    ContextValues(Supergraph supergraph, Reachability reachability) {
        this.supergraph = supergraph;
        this.reachability = reachability;
        for (SupergraphType type : supergraph.types().values()) {
            for (SupergraphField field : type.fields().values()) {
                field.joins().values().forEach(join -> join.contextArguments().forEach(this::add));
            }
        }
    }

    private void add(ContextArgument argument) {
        selectionsByContext
                .computeIfAbsent(argument.context(), context -> new LinkedHashSet<>())
                .add(argument.selection());
    }

    static boolean supply(Set<Value> values, ContextArgument argument) {
        return values.contains(new Value(argument.context(), argument.selection()));
    }

    /** The values below an object, given those above it. */
    Set<Value> below(Set<Value> above, String objectType, Collection<ReachableObject> objects) {
        if (selectionsByContext.isEmpty()) {
            return above;
        }
        Set<Value> values = new HashSet<>(above);
        selectionsByContext.forEach((context, selections) -> {
            if (!supergraph.setsContext(objectType, context)) {
                return;
            }
            values.removeIf(value -> value.context().equals(context));
            for (FieldSet selection : selections) {
                boolean isReachable = objects.stream()
                        .anyMatch(object -> reachability.covers(object.reachable(), objectType, selection));
                if (isReachable) {
                    values.add(new Value(context, selection));
                }
            }
        });
        return values;
    }
}
