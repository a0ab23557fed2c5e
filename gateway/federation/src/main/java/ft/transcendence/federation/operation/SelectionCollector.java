package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.OperationException.Code;
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
 * <p>Each written field applies to some of the object types its parent may have: those that all enclosing type conditions
 * admit. Fields with the same response key are cut into groups of object types for which the same written fields apply
 * and which give the field the same type; the sub-selections of a group's fields are merged and normalized in turn.
 */
final class SelectionCollector {
    private final ConsumerTypes types;
    private final OperationLimits limits;
    private final Predicate<String> conditions;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private int fields;

    /** A field as written, with the object types of its parent that it is for, and how many fields were written before it. */
    record Written(Field field, List<String> objectTypes, int position) {}

    /** What makes object types belong together: the written fields that apply, and the field's type. */
    private record Group(List<Written> written, TypeRef type) {}

    SelectionCollector(ConsumerTypes types, OperationLimits limits, Document document, Predicate<String> conditions) {
        this.types = types;
        this.limits = limits;
        this.conditions = conditions;
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    List<NormalizedField> normalize(String rootType, SelectionSet selections) {
        return normalize(types.objectTypes(rootType), List.of(selections), 1);
    }

    private List<NormalizedField> normalize(
            List<String> parentTypes, Collection<SelectionSet> selectionSets, int depth) {
        Map<String, List<Written>> byKey = new LinkedHashMap<>();
        for (SelectionSet selections : selectionSets) {
            collect(selections, parentTypes, byKey, depth);
        }
        List<NormalizedField> normalized = new ArrayList<>();
        byKey.forEach((key, written) -> addGroups(key, written, parentTypes, depth, normalized));
        return new ResponseOrder(byKey).applyTo(normalized, parentTypes);
    }

    private void collect(
            SelectionSet selections, List<String> objectTypes, Map<String, List<Written>> byKey, int depth) {
        if (depth > limits.maxDepth()) {
            throw new OperationException(
                    Code.OPERATION_TOO_DEEP,
                    "The operation has more than " + limits.maxDepth() + " levels of fields and fragments.");
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> collectField(field, objectTypes, byKey);
                case InlineFragment fragment -> {
                    if (Conditions.isSelected(fragment, conditions)) {
                        String type = fragment.getTypeCondition() == null
                                ? null
                                : fragment.getTypeCondition().getName();
                        collectFragment(fragment.getSelectionSet(), type, objectTypes, byKey, depth);
                    }
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null && Conditions.isSelected(spread, conditions)) {
                        String type = fragment.getTypeCondition().getName();
                        collectFragment(fragment.getSelectionSet(), type, objectTypes, byKey, depth);
                    }
                }
                default -> throw new IllegalArgumentException("unknown selection " + selection);
            }
        }
    }

    private void collectFragment(
            SelectionSet selections,
            @Nullable String typeCondition,
            List<String> objectTypes,
            Map<String, List<Written>> byKey,
            int depth) {
        List<String> narrowed = typeCondition == null ? objectTypes : intersect(objectTypes, typeCondition);
        if (!narrowed.isEmpty()) {
            collect(selections, narrowed, byKey, depth + 1);
        }
    }

    private List<String> intersect(List<String> objectTypes, String typeCondition) {
        List<String> admitted = types.objectTypes(typeCondition);
        if (admitted.size() >= objectTypes.size() && admitted.containsAll(objectTypes)) {
            return objectTypes;
        }
        return objectTypes.stream().filter(admitted::contains).toList();
    }

    private void collectField(Field field, List<String> objectTypes, Map<String, List<Written>> byKey) {
        if (!Conditions.isSelected(field, conditions)) {
            return;
        }
        countField();
        String key = field.getResultKey();
        if (key.equals("__typename") && !field.getName().equals("__typename")) {
            throw new OperationException(
                    Code.RESERVED_ALIAS,
                    "The alias __typename is reserved; \"" + field.getName() + "\" cannot have it.");
        }
        byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(new Written(field, objectTypes, fields));
    }

    private void countField() {
        fields++;
        if (fields > limits.maxFields()) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE,
                    "The operation selects more than " + limits.maxFields() + " fields once fragments are resolved.");
        }
    }

    private void addGroups(
            String key, List<Written> written, List<String> parentTypes, int depth, List<NormalizedField> normalized) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (String objectType : parentTypes) {
            List<Written> applying = written.stream()
                    .filter(one -> one.objectTypes() == parentTypes
                            || one.objectTypes().contains(objectType))
                    .toList();
            if (!applying.isEmpty()) {
                TypeRef type =
                        types.fieldType(objectType, applying.getFirst().field().getName());
                boolean leaf = types.objectTypes(type.namedType()).isEmpty();
                Group group = new Group(leaf ? List.of(widest(applying)) : applying, type);
                groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(objectType);
            }
        }
        groups.forEach((group, objectTypes) ->
                normalized.add(field(key, group, objectTypes, objectTypes.size() == parentTypes.size(), depth)));
    }

    /** Leaves have nothing to merge below, so the one written for most types stands for all. */
    private static Written widest(List<Written> written) {
        return written.stream()
                .reduce((one, other) ->
                        other.objectTypes().size() > one.objectTypes().size() ? other : one)
                .orElseThrow();
    }

    private NormalizedField field(String key, Group group, List<String> objectTypes, boolean forAllTypes, int depth) {
        Field first = group.written().getFirst().field();
        List<SelectionSet> selections = group.written().stream()
                .map(one -> one.field().getSelectionSet())
                .filter(Objects::nonNull)
                .toList();
        List<String> childTypes = types.objectTypes(group.type().namedType());
        boolean planned = !childTypes.isEmpty() && !first.getName().startsWith("__");
        return new NormalizedField(
                key,
                first.getName(),
                FieldSetParser.arguments(first.getArguments()),
                group.type(),
                !childTypes.isEmpty(),
                objectTypes,
                List.of(),
                forAllTypes,
                planned ? normalize(childTypes, selections, depth + 1) : List.of());
    }
}
