package ft.transcendence.federation.planner;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeJoin;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The labels of progressive {@code @override}s that the plan of an operation may depend on: those of the fields it selects, of the keys of
 * every entity on their paths, and of everything that either of them requires.
 */
final class OverrideLabels {

    private final Supergraph supergraph;
    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<Coordinate> seen = new HashSet<>();

    private final Set<SelectedField> visited = new HashSet<>();

    private record Coordinate(String type, String field) {}

    /** A selected field for a set of types. Most are selected many times for the same types. */
    private record SelectedField(List<String> objectTypes, String field) {}

    private OverrideLabels(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** Whether any {@code @override} of the supergraph has a label. */
    static boolean any(Supergraph supergraph) {
        return supergraph.types().values().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> field.joins().values().stream())
                .anyMatch(join -> join.overrideLabel().isPresent());
    }

    /** The labels, in a stable order. */
    static List<String> of(NormalizedOperation operation, Supergraph supergraph) {
        OverrideLabels found = new OverrideLabels(supergraph);
        found.addAll(operation.fields());
        return List.copyOf(found.labels);
    }

    private void addAll(List<NormalizedField> fields) {
        for (NormalizedField field : fields) {
            if (visited.add(new SelectedField(field.objectTypes(), field.name()))) {
                field.objectTypes().forEach(type -> addField(type, field.name()));
            }
            addAll(field.fields());
        }
    }

    private void addField(String objectType, String name) {
        addKeys(objectType);
        if (!seen.add(new Coordinate(objectType, name))) {
            return;
        }
        for (SupergraphType owner : withInterfaces(objectType)) {
            owner.field(name).ifPresent(field -> {
                addJoins(objectType, field);
                supergraph.objectTypes(field.type().namedType()).forEach(this::addKeys);
            });
        }
    }

    private void addJoins(String objectType, SupergraphField field) {
        for (FieldJoin join : field.joins().values()) {
            join.overrideLabel().ifPresent(labels::add);
            addAll(objectType, join.requires());
            for (ContextArgument argument : join.contextArguments()) {
                settingContext(argument.context()).forEach(type -> addAll(type, argument.selection()));
            }
        }
    }

    private List<String> settingContext(String context) {
        return supergraph.types().keySet().stream()
                .filter(type -> supergraph.setsContext(type, context))
                .toList();
    }

    /** Adds the keys of an object type, and of the interfaces through which it can be entered. */
    private void addKeys(String objectType) {
        if (!seen.add(new Coordinate(objectType, ""))) {
            return;
        }
        for (SupergraphType owner : withInterfaces(objectType)) {
            for (TypeJoin join : owner.joins().values()) {
                join.keys().forEach(key -> addAll(objectType, key.fields()));
            }
        }
    }

    private void addAll(String objectType, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Fragment fragment -> {
                    if (supergraph.objectTypes(fragment.typeCondition()).contains(objectType)) {
                        addAll(objectType, fragment.selections());
                    }
                }
                case FieldSet.Field field -> {
                    addField(objectType, field.name());
                    supergraph
                            .type(objectType)
                            .flatMap(type -> type.field(field.name()))
                            .ifPresent(definition -> supergraph
                                    .objectTypes(definition.type().namedType())
                                    .forEach(type -> addAll(type, field.selections())));
                }
            }
        }
    }

    private List<SupergraphType> withInterfaces(String objectType) {
        Set<String> names = new LinkedHashSet<>();
        names.add(objectType);
        supergraph.type(objectType).ifPresent(type -> type.interfaces().values().forEach(names::addAll));
        return names.stream().flatMap(name -> supergraph.type(name).stream()).toList();
    }
}
