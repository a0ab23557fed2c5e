package ft.transcendence.federation.conformance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object a subgraph can resolve fields of.
 *
 * @param type the name of its object type
 * @param row its columns in the data file
 * @param provided fields that are known on the path it was reached by only
 * @param representation the representation that {@code _entities} was called with
 */
record DataObject(
        String type,
        Map<String, @Nullable Object> row,
        Map<String, @Nullable Object> provided,
        Map<String, @Nullable Object> representation) {

    static DataObject of(String type, Map<String, @Nullable Object> row) {
        return new DataObject(type, row, Map.of(), Map.of());
    }

    DataObject providing(Map<String, @Nullable Object> fields) {
        return new DataObject(type, row, fields, representation);
    }

    DataObject withRepresentation(Map<String, @Nullable Object> fields) {
        return new DataObject(type, row, provided, fields);
    }
}
