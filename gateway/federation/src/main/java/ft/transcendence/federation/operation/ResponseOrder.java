package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.SelectionCollector.Written;
import java.util.List;
import java.util.Map;

/**
 * The order of fields in the response: for each object type, that in which its response keys were first written for it
 * (the specification's CollectFields). Type conditions can make it differ between the types of one selection set.
 */
final class ResponseOrder {
    private final Map<String, List<Written>> byKey;

    /** @param byKey fields as written, by response key */
    ResponseOrder(Map<String, List<Written>> byKey) {
        this.byKey = byKey;
    }

    /** Gives the fields positions if the order in which they are listed is not right for all types. */
    List<NormalizedField> applyTo(List<NormalizedField> fields, List<String> objectTypes) {
        if (isUnconditional(objectTypes) || objectTypes.stream().allMatch(type -> isInOrder(fields, type))) {
            return fields;
        }
        return fields.stream()
                .map(field -> field.withPositions(field.objectTypes().stream()
                        .map(type -> position(field, type))
                        .toList()))
                .toList();
    }

    private boolean isUnconditional(List<String> objectTypes) {
        return objectTypes.size() == 1
                || byKey.values().stream()
                        .flatMap(List::stream)
                        .allMatch(written -> written.objectTypes() == objectTypes);
    }

    private boolean isInOrder(List<NormalizedField> fields, String objectType) {
        int last = -1;
        for (NormalizedField field : fields) {
            if (field.objectTypes().contains(objectType)) {
                int position = position(field, objectType);
                if (position < last) {
                    return false;
                }
                last = position;
            }
        }
        return true;
    }

    private int position(NormalizedField field, String objectType) {
        return byKey.getOrDefault(field.responseKey(), List.of()).stream()
                .filter(written -> written.objectTypes().contains(objectType))
                .mapToInt(Written::position)
                .min()
                .orElseThrow();
    }
}
