package ft.transcendence.federation.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class of object types that a selection set treats alike: it selects the same fields of them in the same order. What is computed for one type
 * is valid for the whole class, so work and memory depend on the number of classes, not on the number of types.
 *
 * @param objectTypes the types of the class, in the given order
 * @param fields the selected fields, in the order of the response
 */
public record TypeClasses(List<String> objectTypes, List<NormalizedField> fields) {

    /** The classes of the object types, in the order of their first types. */
    public static List<TypeClasses> of(Collection<String> objectTypes, List<NormalizedField> fields) {
        Map<String, List<Integer>> setsOfType = new HashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (NormalizedField field : fields) {
            if (!field.forAllTypes() && seen.add(field.objectTypes())) {
                for (String objectType : field.objectTypes()) {
                    setsOfType
                            .computeIfAbsent(objectType, ignored -> new ArrayList<>())
                            .add(seen.size());
                }
            }
        }
        boolean ordered = fields.stream().anyMatch(field -> !field.positions().isEmpty());
        Map<Object, List<String>> classes = new LinkedHashMap<>();
        for (String objectType : objectTypes) {
            Object key = ordered ? objectType : setsOfType.getOrDefault(objectType, List.of());
            classes.computeIfAbsent(key, ignored -> new ArrayList<>()).add(objectType);
        }
        return classes.values().stream()
                .map(types -> new TypeClasses(types, inOrder(fields, types.getFirst())))
                .toList();
    }

    private static List<NormalizedField> inOrder(List<NormalizedField> fields, String objectType) {
        return fields.stream()
                .filter(field -> field.forAllTypes() || field.objectTypes().contains(objectType))
                .sorted(Comparator.comparingInt(field -> field.position(objectType)))
                .toList();
    }
}
