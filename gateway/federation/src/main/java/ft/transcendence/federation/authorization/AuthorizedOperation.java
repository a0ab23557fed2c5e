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
 * An operation as one caller may run it.
 *
 * @param shown all that the client asked: the shape of the response
 * @param planned what may be fetched of it
 * @param denied the fields of {@code shown} that are null instead, by identity: the same field may be allowed elsewhere
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

    /** An operation of which nothing is denied. */
    public static AuthorizedOperation whole(NormalizedOperation operation) {
        return new AuthorizedOperation(operation, operation, Set.of(), List.of());
    }

    static Set<NormalizedField> byIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Whether this very field is denied. */
    public boolean denies(NormalizedField field) {
        return !denied.isEmpty() && denied.contains(field);
    }
}
