package ft.transcendence.federation.authorization;

import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The requirements of fields. A field has its own requirements, those of its parent type and of its own type, and those of all fields that it
 * needs through {@code @requires} or takes from a context. Otherwise a caller could read a protected field through another one.
 *
 * <p>A field of an object type also has the requirements of the same field of each of its interfaces, because composition does not always make the
 * two agree. The opposite is not necessary, as a field of an interface is resolved to that of each object type. Only if a {@code @requires}
 * selection leads through an interface, the requirements of all its object types count, since the object can be any of them.
 *
 * <p>Keys add no requirements: they only identify an object, whose fields have requirements of their own.
 */
final class Requirements {

    private final Supergraph supergraph;
    private final boolean any;
    private final Map<String, Set<Requirement>> known = new ConcurrentHashMap<>();

    Requirements(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.any = supergraph.types().values().stream().anyMatch(Requirements::hasRequirements);
    }

    private static boolean hasRequirements(SupergraphType type) {
        return !of(type.directives()).isEmpty()
                || type.fields().values().stream()
                        .anyMatch(field -> !of(field.directives()).isEmpty());
    }

    /** Whether the supergraph has any requirements. */
    boolean any() {
        return any;
    }

    /** The requirements for the field of objects of this type. */
    Set<Requirement> of(String type, String field) {
        String coordinate = type + '.' + field;
        Set<Requirement> found = known.get(coordinate);
        if (found == null) {
            Set<Requirement> collected = new LinkedHashSet<>();
            collect(type, field, collected, new LinkedHashSet<>());
            found = Set.copyOf(collected);
            known.put(coordinate, found);
        }
        return found;
    }

    private void collect(String typeName, String fieldName, Set<Requirement> found, Set<String> visited) {
        Optional<SupergraphType> type = supergraph.type(typeName);
        if (type.isEmpty() || !visited.add(typeName + '.' + fieldName)) {
            return;
        }
        declared(type.get(), fieldName, typeName, found, visited);
        if (type.get().kind().isAbstract()) {
            supergraph.objectTypes(typeName).forEach(objectType -> collect(objectType, fieldName, found, visited));
            return;
        }
        type.get().interfaces().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .flatMap(name -> supergraph.type(name).stream())
                .filter(declaring -> declaring.field(fieldName).isPresent())
                .forEach(declaring -> declared(declaring, fieldName, typeName, found, visited));
    }

    /**
     * Collects the requirements that one type declares for its field.
     *
     * @param owner the type of the objects, which has the fields that the field requires
     */
    private void declared(
            SupergraphType declaring, String fieldName, String owner, Set<Requirement> found, Set<String> visited) {
        found.addAll(of(declaring.directives()));
        Optional<SupergraphField> field = declaring.field(fieldName);
        if (field.isEmpty()) {
            return;
        }
        found.addAll(of(field.get().directives()));
        String given = field.get().type().namedType();
        supergraph.type(given).ifPresent(output -> found.addAll(of(output.directives())));
        for (FieldJoin join : field.get().joins().values()) {
            collect(owner, join.requires(), found, visited);
            for (ContextArgument argument : join.contextArguments()) {
                supergraph.types().keySet().stream()
                        .filter(setter -> supergraph.setsContext(setter, argument.context()))
                        .forEach(setter -> collect(setter, argument.selection(), found, visited));
            }
        }
    }

    private void collect(String typeName, FieldSet fields, Set<Requirement> found, Set<String> visited) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Fragment fragment ->
                    collect(fragment.typeCondition(), fragment.selections(), found, visited);
                case FieldSet.Field field -> {
                    collect(typeName, field.name(), found, visited);
                    supergraph
                            .type(typeName)
                            .flatMap(type -> type.field(field.name()))
                            .ifPresent(inner -> collect(inner.type().namedType(), field.selections(), found, visited));
                }
            }
        }
    }

    private static Set<Requirement> of(List<AppliedDirective> directives) {
        Set<Requirement> requirements = new LinkedHashSet<>();
        for (AppliedDirective directive : directives) {
            switch (directive.name()) {
                case "authenticated" -> requirements.add(new Requirement.Authenticated());
                case "requiresScopes" -> requirements.add(new Requirement.Scopes(alternatives(directive, "scopes")));
                case "policy" -> requirements.add(new Requirement.Policies(alternatives(directive, "policies")));
                default -> {}
            }
        }
        return requirements;
    }

    private static List<Set<String>> alternatives(AppliedDirective directive, String argument) {
        if (!(directive.arguments().get(argument) instanceof List<?> alternatives)) {
            return List.of();
        }
        return alternatives.stream()
                .map(names -> names instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                        : Set.of(String.valueOf(names)))
                .toList();
    }
}
