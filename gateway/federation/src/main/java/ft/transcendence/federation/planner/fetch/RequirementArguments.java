package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.supergraph.FieldSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The arguments with which a requirement selects its fields. */
final class RequirementArguments {
    private RequirementArguments() {}

    /**
     * Whether two requirements can be sent together: every field that both select has the same arguments. A requirement that selects a field with
     * different arguments for different types agrees only with its equal.
     */
    static boolean agree(FieldSet one, FieldSet other) {
        if (one.equals(other)) {
            return true;
        }
        Map<String, Set<String>> arguments = of(one);
        for (Map.Entry<String, Set<String>> named : of(other).entrySet()) {
            Set<String> all = new HashSet<>(named.getValue());
            Set<String> same = arguments.getOrDefault(named.getKey(), Set.of());
            all.addAll(same);
            if (!same.isEmpty() && all.size() > 1) {
                return false;
            }
        }
        return true;
    }

    /** By path of field names, the arguments as text. */
    private static Map<String, Set<String>> of(FieldSet fields) {
        Map<String, Set<String>> arguments = new HashMap<>();
        collect(fields, "", arguments);
        return arguments;
    }

    private static void collect(FieldSet fields, String path, Map<String, Set<String>> arguments) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> {
                    String fieldPath = path + "." + field.name();
                    arguments
                            .computeIfAbsent(fieldPath, ignored -> new HashSet<>())
                            .add(field.arguments().toString());
                    collect(field.selections(), fieldPath, arguments);
                }
                case FieldSet.Fragment fragment -> collect(fragment.selections(), path, arguments);
            }
        }
    }
}
