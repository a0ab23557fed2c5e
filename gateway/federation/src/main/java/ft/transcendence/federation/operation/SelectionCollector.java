package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.OperationException.Code;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.supergraph.FieldSetParser;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns selection sets into normalized fields.
 *
 * <p>A field in the document applies to those object types of its parent that all enclosing type conditions allow. Fields with the same response
 * key are split into groups of object types to which the same written fields apply and for which the field has the same type. The sub-selections
 * of a group are merged and normalized in turn, once for all groups with the same ones.
 *
 * <p>Sets of object types are interned: equal sets are the same instance. Most fields of an interface apply to the same set, whose types then
 * need not be compared one by one.
 */
final class SelectionCollector {
    /** The maximum length of directives, counted for each field inside of them. A request with more would be too large for a subgraph anyway. */
    private static final long MAX_DIRECTIVE_TEXT = 250_000;

    private final ConsumerTypes types;
    private final ForwardedDirectives directives;
    private final OperationLimits limits;
    private final Predicate<String> conditions;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final SelectionIds ids = new SelectionIds();
    private final FieldTypeCount count;
    private final Map<ObjectTypes, ObjectTypes> interned = new HashMap<>();
    private final Map<Narrowing, ObjectTypes> narrowed = new HashMap<>();
    private final Map<FieldOfTypes, Map<TypeRef, ObjectTypes>> byFieldType = new HashMap<>();
    private final Map<Below, Normalized> known = new HashMap<>();
    private int fields;
    private long directiveText;

    /**
     * A field of the document.
     *
     * @param objectTypes the object types of its parent that it applies to
     * @param position the number of fields before it
     */
    record Written(Field field, ObjectTypes objectTypes, int position, Occurrence occurrence) {}

    /** What the object types of a group have in common: the numbers of the written fields, and the type of the field. */
    private record Group(List<Integer> written, TypeRef type) {}

    private record Narrowing(ObjectTypes types, String typeCondition) {}

    private record FieldOfTypes(ObjectTypes types, String name) {}

    /** The sub-selections of a field: the object types, the selection sets in the document, and the depth. */
    private record Below(ObjectTypes types, List<Integer> selections, int depth) {}

    /** Normalized fields, and the numbers of fields and of characters of directives that count for them. */
    private record Normalized(List<NormalizedField> fields, int counted, long directiveText) {}

    SelectionCollector(
            ConsumerTypes types,
            ForwardedDirectives directives,
            OperationLimits limits,
            Document document,
            Predicate<String> conditions) {
        this.types = types;
        this.directives = directives;
        this.limits = limits;
        this.conditions = conditions;
        this.count = new FieldTypeCount(limits.maxFieldTypes());
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    List<NormalizedField> normalize(String rootType, SelectionSet selections) {
        return normalize(types.objectTypes(rootType), List.of(selections), 1);
    }

    private List<NormalizedField> normalize(
            ObjectTypes parentTypes, Collection<SelectionSet> selectionSets, int depth) {
        ObjectTypes parents = intern(parentTypes);
        Below below = new Below(parents, selectionSets.stream().map(ids::of).toList(), depth);
        Normalized same = known.get(below);
        if (same != null) {
            countFields(same.counted());
            countDirectives(same.directiveText());
            return same.fields();
        }
        int before = fields;
        long textBefore = directiveText;
        Map<String, List<Written>> byKey = new LinkedHashMap<>();
        for (SelectionSet selections : selectionSets) {
            collect(selections, parents, Occurrence.PLAIN, byKey, depth);
        }
        refuseReservedAlias(byKey);
        List<NormalizedField> normalized = new ArrayList<>();
        byKey.forEach((key, written) -> addGroups(key, written, parents, depth, normalized));
        List<NormalizedField> ordered = List.copyOf(new ResponseOrder(byKey, count).applyTo(normalized, parents));
        known.put(below, new Normalized(ordered, fields - before, directiveText - textBefore));
        return ordered;
    }

    private ObjectTypes intern(ObjectTypes set) {
        ObjectTypes same = interned.putIfAbsent(set, set);
        return same == null ? set : same;
    }

    /** @param around the directives of the enclosing fragments */
    private void collect(
            SelectionSet selections,
            ObjectTypes objectTypes,
            Occurrence around,
            Map<String, List<Written>> byKey,
            int depth) {
        if (depth > limits.maxDepth()) {
            throw new OperationException(
                    Code.OPERATION_TOO_DEEP,
                    "The operation has more than " + limits.maxDepth() + " levels of fields and fragments.");
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> collectField(field, objectTypes, around, byKey);
                case InlineFragment fragment -> {
                    if (SkipInclude.isSelected(fragment, conditions)) {
                        String type = fragment.getTypeCondition() == null
                                ? null
                                : fragment.getTypeCondition().getName();
                        Occurrence inside = around.inside(directives.of(fragment));
                        collectFragment(fragment.getSelectionSet(), type, objectTypes, inside, byKey, depth);
                    }
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && SkipInclude.isSelected(spread, conditions)) {
                        String type = fragment.getTypeCondition().getName();
                        Occurrence inside = around.inside(directives.of(spread, fragment));
                        collectFragment(fragment.getSelectionSet(), type, objectTypes, inside, byKey, depth);
                    }
                }
                default -> throw new IllegalArgumentException("unknown selection " + selection);
            }
        }
    }

    private void collectFragment(
            SelectionSet selections,
            @Nullable String typeCondition,
            ObjectTypes objectTypes,
            Occurrence around,
            Map<String, List<Written>> byKey,
            int depth) {
        ObjectTypes here = typeCondition == null ? objectTypes : intersect(objectTypes, typeCondition);
        if (!here.isEmpty()) {
            collect(selections, here, around, byKey, depth + 1);
        }
    }

    private ObjectTypes intersect(ObjectTypes objectTypes, String typeCondition) {
        return narrowed.computeIfAbsent(new Narrowing(objectTypes, typeCondition), ignored -> {
            count.add(objectTypes.size());
            ObjectTypes admitted = types.objectTypes(typeCondition);
            return intern(ObjectTypes.of(
                    objectTypes.stream().filter(admitted::contains).toList()));
        });
    }

    private void collectField(
            Field field, ObjectTypes objectTypes, Occurrence around, Map<String, List<Written>> byKey) {
        if (!SkipInclude.isSelected(field, conditions)) {
            return;
        }
        countFields(1);
        String key = field.getResultKey();
        Occurrence occurrence =
                field.getDirectives().isEmpty() ? around : new Occurrence(around.fragments(), directives.of(field));
        countDirectives(occurrence
                .directives()
                .mapToLong(directive -> directive.toString().length())
                .sum());
        byKey.computeIfAbsent(key, ignored -> new ArrayList<>())
                .add(new Written(field, objectTypes, fields, occurrence));
    }

    private static void refuseReservedAlias(Map<String, List<Written>> byKey) {
        if (byKey.containsKey(NormalizedField.CALLED_TYPENAME)
                && byKey.getOrDefault("__typename", List.of()).stream()
                        .anyMatch(written -> !written.field().getName().equals("__typename"))) {
            throw new OperationException(
                    Code.RESERVED_ALIAS,
                    "The alias " + NormalizedField.CALLED_TYPENAME
                            + " cannot be used together with the alias __typename; choose another one.");
        }
    }

    private void countDirectives(long more) {
        directiveText += more;
        if (directiveText > MAX_DIRECTIVE_TEXT) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE,
                    "The operation has more than " + MAX_DIRECTIVE_TEXT
                            + " characters of directives once fragments are resolved.");
        }
    }

    private void countFields(int more) {
        fields += more;
        if (fields > limits.maxFields()) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE,
                    "The operation selects more than " + limits.maxFields() + " fields once fragments are resolved.");
        }
    }

    private void addGroups(
            String key, List<Written> written, ObjectTypes parentTypes, int depth, List<NormalizedField> normalized) {
        ObjectTypes firstTypes = written.getFirst().objectTypes();
        if (written.stream().allMatch(one -> one.objectTypes() == firstTypes)) {
            byFieldType(written.getFirst().field(), firstTypes)
                    .forEach((type, objectTypes) ->
                            normalized.add(field(key, written, type, objectTypes, parentTypes, depth)));
            return;
        }
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        numbersByType(written, parentTypes).forEach((objectType, applying) -> {
            TypeRef type = types.fieldType(
                    objectType, written.get(applying.getFirst()).field().getName());
            boolean leaf = types.objectTypes(type.namedType()).isEmpty();
            Group group = new Group(
                    leaf && writtenAlike(applying, written) ? List.of(widest(applying, written)) : applying, type);
            groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(objectType);
        });
        groups.forEach((group, objectTypes) -> normalized.add(field(
                key,
                group.written().stream().map(written::get).toList(),
                group.type(),
                intern(ObjectTypes.of(objectTypes)),
                parentTypes,
                depth)));
    }

    /** The object types by their type of the field. */
    private Map<TypeRef, ObjectTypes> byFieldType(Field field, ObjectTypes objectTypes) {
        return byFieldType.computeIfAbsent(new FieldOfTypes(objectTypes, field.getName()), ignored -> {
            count.add(objectTypes.size());
            Map<TypeRef, List<String>> grouped = new LinkedHashMap<>();
            objectTypes.forEach(objectType -> grouped.computeIfAbsent(
                            types.fieldType(objectType, field.getName()), type -> new ArrayList<>())
                    .add(objectType));
            Map<TypeRef, ObjectTypes> groups = new LinkedHashMap<>();
            grouped.forEach((type, group) -> groups.put(type, intern(ObjectTypes.of(group))));
            return groups;
        });
    }

    /** The numbers of the written fields that apply to an object type, by object type in the parent's order. */
    private Map<String, List<Integer>> numbersByType(List<Written> written, ObjectTypes parentTypes) {
        Map<String, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            ObjectTypes objectTypes = written.get(i).objectTypes();
            count.add(objectTypes.size());
            for (String objectType : objectTypes) {
                found.computeIfAbsent(objectType, ignored -> new ArrayList<>()).add(i);
            }
        }
        Map<String, List<Integer>> ordered = new LinkedHashMap<>();
        for (String objectType : parentTypes) {
            List<Integer> applying = found.get(objectType);
            if (applying != null) {
                ordered.put(objectType, applying);
            }
        }
        return ordered;
    }

    private static boolean writtenAlike(List<Integer> applying, List<Written> written) {
        Occurrence first = written.get(applying.getFirst()).occurrence();
        return applying.stream()
                .allMatch(number -> written.get(number).occurrence().equals(first));
    }

    /** The field that applies to most types, which represents the others if they are leaves and so have no sub-selections to merge. */
    private static int widest(List<Integer> applying, List<Written> written) {
        return applying.stream()
                .reduce((one, other) -> written.get(other).objectTypes().size()
                                > written.get(one).objectTypes().size()
                        ? other
                        : one)
                .orElseThrow();
    }

    private NormalizedField field(
            String key,
            List<Written> written,
            TypeRef type,
            ObjectTypes objectTypes,
            ObjectTypes parentTypes,
            int depth) {
        Field first = written.getFirst().field();
        List<SelectionSet> selections = written.stream()
                .map(one -> one.field().getSelectionSet())
                .filter(Objects::nonNull)
                .toList();
        ObjectTypes childTypes = types.objectTypes(type.namedType());
        boolean planned = !childTypes.isEmpty() && !first.getName().startsWith("__");
        return new NormalizedField(
                key,
                first.getName(),
                FieldSetParser.arguments(first.getArguments()),
                Occurrence.distinct(written.stream().map(Written::occurrence).toList()),
                type,
                !childTypes.isEmpty(),
                objectTypes,
                List.of(),
                objectTypes.size() == parentTypes.size(),
                planned ? normalize(childTypes, selections, depth + 1) : List.of());
    }
}
