package ft.transcendence.federation.authorization;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.ObjectTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes from one operation what one caller may not see. A field that is selected of several object types is split in two if it is allowed for
 * some of them and denied for others.
 */
final class AuthorizationFilter {

    private final Requirements requirements;
    private final Caller caller;
    private final Set<NormalizedField> denied = AuthorizedOperation.byIdentity();
    private final List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    private final Map<FieldOfTypes, List<String>> allowed = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private OperationKind kind = OperationKind.QUERY;
    private int lists;

    AuthorizationFilter(Requirements requirements, Caller caller) {
        this.requirements = requirements;
        this.caller = caller;
    }

    /** A field of some types. The decision is the same wherever it is selected. */
    private record FieldOfTypes(List<String> objectTypes, String field) {}

    /** The two forms of a selection set. */
    private record Filtered(List<NormalizedField> shown, List<NormalizedField> planned) {}

    AuthorizedOperation filter(NormalizedOperation operation) {
        kind = operation.kind();
        Filtered filtered = filter(operation.fields());
        if (denied.isEmpty()) {
            return AuthorizedOperation.whole(operation);
        }
        return new AuthorizedOperation(
                operation.withFields(filtered.shown), operation.withFields(filtered.planned), denied, errors);
    }

    private Filtered filter(List<NormalizedField> fields) {
        Filtered filtered = new Filtered(new ArrayList<>(), new ArrayList<>());
        for (NormalizedField field : fields) {
            List<String> allowed = allowed(field);
            boolean all = allowed.size() == field.objectTypes().size();
            path.add(field.responseKey());
            if (!all) {
                deny(field, allowed, filtered);
            }
            if (all || !allowed.isEmpty()) {
                include(all ? field : field.forTypes(allowed, field.fields()), filtered);
            }
            path.removeLast();
        }
        return filtered;
    }

    private List<String> allowed(NormalizedField field) {
        return allowed.computeIfAbsent(
                new FieldOfTypes(field.objectTypes(), field.name()),
                key -> ObjectTypes.of(key.objectTypes().stream()
                        .filter(type -> isAllowed(type, field))
                        .toList()));
    }

    private boolean isAllowed(String type, NormalizedField field) {
        return field.isTypename()
                || requirements.of(type, field.name()).stream().allMatch(requirement -> requirement.isMetBy(caller));
    }

    private void deny(NormalizedField field, List<String> allowed, Filtered filtered) {
        List<String> types = field.objectTypes().stream()
                .filter(type -> !allowed.contains(type))
                .toList();
        NormalizedField hidden = allowed.isEmpty() ? field.withFields(List.of()) : field.forTypes(types, List.of());
        denied.add(hidden);
        filtered.shown.add(hidden);
        errors.add(error(field, types));
    }

    private Map<String, @Nullable Object> error(NormalizedField field, List<String> types) {
        boolean known = caller.authenticated();
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", "Not authorized to " + use() + " " + types.getFirst() + "." + field.name());
        // list indexes are unknown before anything is fetched, so the path ends at the first list
        error.put("path", List.copyOf(lists == 0 ? path : path.subList(0, lists)));
        error.put("extensions", Map.of("code", known ? "FORBIDDEN" : "UNAUTHENTICATED"));
        return error;
    }

    /** What the operation does with the field. Only root fields are run or subscribed to, all others are read. */
    private String use() {
        if (path.size() > 1) {
            return "read";
        }
        return switch (kind) {
            case QUERY -> "read";
            case MUTATION -> "run";
            case SUBSCRIPTION -> "subscribe to";
        };
    }

    private void include(NormalizedField field, Filtered filtered) {
        if (field.fields().isEmpty()) {
            filtered.shown.add(field);
            filtered.planned.add(field);
            return;
        }
        boolean firstList = lists == 0 && field.type().listDepth() > 0;
        if (firstList) {
            lists = path.size();
        }
        Filtered below = filter(field.fields());
        if (firstList) {
            lists = 0;
        }
        filtered.shown.add(field.withFields(below.shown));
        filtered.planned.add(field.withFields(below.planned));
    }
}
