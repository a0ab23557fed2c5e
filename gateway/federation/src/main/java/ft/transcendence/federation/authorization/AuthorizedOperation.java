package ft.transcendence.federation.authorization;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation as one caller may execute it.
 *
 * @param shown the client's operation, which determines the shape of the response
 * @param planned the part of it that may be fetched
 * @param denied the fields of {@code shown} that are null, by identity, because an equal field may be allowed elsewhere
 * @param errors one for each denied field
 */
public record AuthorizedOperation(
        NormalizedOperation shown,
        NormalizedOperation planned,
        Set<NormalizedField> denied,
        List<Map<String, @Nullable Object>> errors) {

    public AuthorizedOperation {
        errors = List.copyOf(errors);
    }

    /** An operation without denied fields. */
    public static AuthorizedOperation whole(NormalizedOperation operation) {
        return new AuthorizedOperation(operation, operation, Set.of(), List.of());
    }

    static Set<NormalizedField> byIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Whether exactly this field is denied. */
    public boolean denies(NormalizedField field) {
        return !denied.isEmpty() && denied.contains(field);
    }
}
