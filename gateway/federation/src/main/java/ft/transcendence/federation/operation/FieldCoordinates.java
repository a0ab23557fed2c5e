package ft.transcendence.federation.operation;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The coordinates of an operation's fields, such as {@code Query.me}. Operations share the strings, of which a schema has a limited number. Thread-safe. */
public final class FieldCoordinates {

    private final Map<String, Map<String, String>> byTypeAndField = new ConcurrentHashMap<>();

    /** The coordinates of all fields but {@code __typename}, in the order of the response. */
    public Set<String> of(NormalizedOperation operation) {
        Set<String> found = new LinkedHashSet<>();
        collect(operation.fields(), found);
        return Collections.unmodifiableSet(found);
    }

    private void collect(List<NormalizedField> fields, Set<String> found) {
        for (NormalizedField field : fields) {
            if (!field.isTypename()) {
                field.objectTypes().forEach(type -> found.add(coordinate(type, field.name())));
            }
            collect(field.fields(), found);
        }
    }

    private String coordinate(String type, String field) {
        return byTypeAndField
                .computeIfAbsent(type, unseen -> new ConcurrentHashMap<>())
                .computeIfAbsent(field, unseen -> type + '.' + unseen);
    }
}
