package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.OperationException.Code;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.supergraph.FieldSetParser;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.DirectivesContainer;
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

    private static final Normalized NOTHING = new Normalized(List.of(), List.of(), 0, 0);

    private final ConsumerTypes types;
    private final ForwardedDirectives directives;
    private final OperationLimits limits;
    private final Predicate<String> conditions;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final DeferralCollector deferred;
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
     * @param deferredIn the deferred fragment around it, or {@link DeferralCollector#PRIMARY}
     */
    record Written(Field field, ObjectTypes objectTypes, int position, Occurrence occurrence, int deferredIn) {}

    /** What the object types of a group have in common: the numbers of the written fields, and the type of the field. */
    private record Group(List<Integer> written, TypeRef type) {}

    private record Narrowing(ObjectTypes types, String typeCondition) {}

    private record FieldOfTypes(ObjectTypes types, String name) {}

    /**
     * The sub-selections of a field: the object types, the selection sets in the document, the deferred fragments around these, and the depth.
     */
    private record Below(ObjectTypes types, List<Integer> selections, List<Integer> deferredIn, int depth) {}

    /** A selection set, and the deferred fragment around it. */
    private record Selected(SelectionSet selections, int deferredIn) {}

    /** Normalized fields, the deferred fragments among them, and the numbers of fields and of characters of directives that count for them. */
    record Normalized(
            List<NormalizedField> fields, List<DeferredField.Place> places, int counted, long directiveText) {}

    SelectionCollector(
            ConsumerTypes types,
            ForwardedDirectives directives,
            OperationLimits limits,
            Document document,
            Predicate<String> conditions,
            DeferralCollector deferred) {
        this.deferred = deferred;
        this.types = types;
        this.directives = directives;
        this.limits = limits;
        this.conditions = conditions;
        this.count = new FieldTypeCount(limits.maxFieldTypes());
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    Normalized normalize(String rootType, SelectionSet selections) {
        return normalize(types.objectTypes(rootType), List.of(new Selected(selections, DeferralCollector.PRIMARY)), 1);
    }

    private Normalized normalize(ObjectTypes parentTypes, Collection<Selected> selectionSets, int depth) {
        ObjectTypes parents = intern(parentTypes);
        Below below = new Below(
                parents,
                selectionSets.stream()
                        .map(selected -> ids.of(selected.selections()))
                        .toList(),
                deferred.count() == 0
                        ? List.of()
                        : selectionSets.stream().map(Selected::deferredIn).toList(),
                depth);
        Normalized same = known.get(below);
        if (same != null) {
            countFields(same.counted());
            countDirectives(same.directiveText());
            return same;
        }
        int before = fields;
        int deferredBefore = deferred.count();
        long textBefore = directiveText;
        Map<String, List<Written>> byKey = new LinkedHashMap<>();
        List<DeferredField.Place> places = new ArrayList<>();
        for (Selected selected : selectionSets) {
            Around around = new Around(Occurrence.PLAIN, selected.deferredIn());
            collect(selected.selections(), parents, around, new Found(byKey, places), depth);
        }
        refuseReservedAlias(byKey);
        List<NormalizedField> normalized = new ArrayList<>();
        byKey.forEach((key, written) -> addGroups(key, written, parents, depth, normalized));
        List<NormalizedField> ordered = List.copyOf(new ResponseOrder(byKey, count).applyTo(normalized, parents));
        Normalized result = new Normalized(ordered, List.copyOf(places), fields - before, directiveText - textBefore);
        if (deferred.count() == deferredBefore) {
            // a deferred fragment belongs to one position
            known.put(below, result);
        }
        return result;
    }

    private ObjectTypes intern(ObjectTypes set) {
        ObjectTypes same = interned.putIfAbsent(set, set);
        return same == null ? set : same;
    }

    /** What encloses a selection: the directives of fragments, and the innermost deferred fragment. */
    private record Around(Occurrence occurrence, int deferredIn) {}

    /** What is found in a selection set: fields by response key, and deferred fragments. */
    private record Found(Map<String, List<Written>> byKey, List<DeferredField.Place> places) {}

    private void collect(SelectionSet selections, ObjectTypes objectTypes, Around around, Found found, int depth) {
        if (depth > limits.maxDepth()) {
            throw new OperationException(
                    Code.OPERATION_TOO_DEEP,
                    "The operation has more than " + limits.maxDepth() + " levels of fields and fragments.");
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> collectField(field, objectTypes, around, found.byKey());
                case InlineFragment fragment -> {
                    if (SkipInclude.isSelected(fragment, conditions)) {
                        String type = fragment.getTypeCondition() == null
                                ? null
                                : fragment.getTypeCondition().getName();
                        Occurrence inside = around.occurrence().inside(directives.of(fragment));
                        collectFragment(
                                fragment, fragment.getSelectionSet(), type, objectTypes, around, inside, found, depth);
                    }
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && SkipInclude.isSelected(spread, conditions)) {
                        String type = fragment.getTypeCondition().getName();
                        Occurrence inside = around.occurrence().inside(directives.of(spread, fragment));
                        collectFragment(
                                spread, fragment.getSelectionSet(), type, objectTypes, around, inside, found, depth);
                    }
                }
                default -> throw new IllegalArgumentException("unknown selection " + selection);
            }
        }
    }

    private void collectFragment(
            DirectivesContainer<?> written,
            SelectionSet selections,
            @Nullable String typeCondition,
            ObjectTypes objectTypes,
            Around around,
            Occurrence inside,
            Found found,
            int depth) {
        ObjectTypes here = typeCondition == null ? objectTypes : intersect(objectTypes, typeCondition);
        if (here.isEmpty()) {
            return;
        }
        int deferredIn = deferred.enter(written, around.deferredIn());
        if (deferredIn != around.deferredIn()) {
            found.places().add(new DeferredField.Place(deferredIn, here));
        }
        collect(selections, here, new Around(inside, deferredIn), found, depth + 1);
    }

    private ObjectTypes intersect(ObjectTypes objectTypes, String typeCondition) {
        return narrowed.computeIfAbsent(new Narrowing(objectTypes, typeCondition), ignored -> {
            count.add(objectTypes.size());
            ObjectTypes admitted = types.objectTypes(typeCondition);
            return intern(ObjectTypes.of(
                    objectTypes.stream().filter(admitted::contains).toList()));
        });
    }

    private void collectField(Field field, ObjectTypes objectTypes, Around around, Map<String, List<Written>> byKey) {
        if (!SkipInclude.isSelected(field, conditions)) {
            return;
        }
        countFields(1);
        String key = field.getResultKey();
        Occurrence fragments = around.occurrence();
        Occurrence occurrence = field.getDirectives().isEmpty()
                ? fragments
                : new Occurrence(fragments.fragments(), directives.of(field));
        countDirectives(occurrence
                .directives()
                .mapToLong(directive -> directive.toString().length())
                .sum());
        byKey.computeIfAbsent(key, ignored -> new ArrayList<>())
                .add(new Written(field, objectTypes, fields, occurrence, around.deferredIn()));
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
        Written first = written.get(applying.getFirst());
        return applying.stream()
                .map(written::get)
                .allMatch(other ->
                        other.occurrence().equals(first.occurrence()) && other.deferredIn() == first.deferredIn());
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
        List<Selected> selections = written.stream()
                .filter(one -> one.field().getSelectionSet() != null)
                .map(one -> new Selected(one.field().getSelectionSet(), one.deferredIn()))
                .toList();
        ObjectTypes childTypes = types.objectTypes(type.namedType());
        boolean planned = !childTypes.isEmpty() && !first.getName().startsWith("__");
        Normalized below = planned ? normalize(childTypes, selections, depth + 1) : NOTHING;
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
                deferred.field(written.stream().map(Written::deferredIn).toList(), below.places()),
                below.fields());
    }
}
