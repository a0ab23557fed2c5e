package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.SelectionCollector.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of fields in the response: for each object type, the order in which its response keys first occur in the document (the
 * specification's CollectFields). Type conditions can make it differ between the types of a selection set, but only for types to which the
 * first occurrence of a response key does not apply. Most operations have few of them.
 */
final class ResponseOrder {
    private final Map<String, List<Written>> byKey;
    private final FieldTypeCount count;

    /**
     * @param byKey the fields of the document by response key
     * @param count counts what is examined
     */
    ResponseOrder(Map<String, List<Written>> byKey, FieldTypeCount count) {
        this.byKey = byKey;
        this.count = count;
    }

    /** Adds positions to the fields if the order of the list is not right for all types. */
    List<NormalizedField> applyTo(List<NormalizedField> fields, List<String> objectTypes) {
        Set<String> late = objectTypes.size() == 1 ? Set.of() : typesOfLateFields();
        if (late.stream().allMatch(type -> isInOrder(fields, type))) {
            return fields;
        }
        List<NormalizedField> ordered = new ArrayList<>();
        for (NormalizedField field : fields) {
            count.add(field.objectTypes().size());
            ordered.add(field.withPositions(field.objectTypes().stream()
                    .map(type -> position(field, type))
                    .toList()));
        }
        return ordered;
    }

    /** The types to which the first occurrence of some response key does not apply. */
    private Set<String> typesOfLateFields() {
        Set<String> late = new LinkedHashSet<>();
        for (List<Written> written : byKey.values()) {
            ObjectTypes first = written.getFirst().objectTypes();
            ObjectTypes before = first;
            for (Written later : written) {
                if (later.objectTypes() != first && later.objectTypes() != before) {
                    before = later.objectTypes();
                    count.add(before.size());
                    before.stream().filter(type -> !first.contains(type)).forEach(late::add);
                }
            }
        }
        return late;
    }

    private boolean isInOrder(List<NormalizedField> fields, String objectType) {
        count.add(fields.size());
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
        int looked = 0;
        for (Written written : byKey.getOrDefault(field.responseKey(), List.of())) {
            looked++;
            if (written.objectTypes().contains(objectType)) {
                count.add(looked);
                return written.position();
            }
        }
        throw new IllegalStateException(field.responseKey() + " is not written for " + objectType);
    }
}
