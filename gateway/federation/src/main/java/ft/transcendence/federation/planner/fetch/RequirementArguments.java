package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.supergraph.FieldSet;
import java.util.HashMap;
import java.util.Map;

/** The arguments with which a requirement selects each of its fields. */
final class RequirementArguments {
    private RequirementArguments() {}

    /** By path of field names, the arguments as text. */
    static Map<String, String> of(FieldSet fields) {
        Map<String, String> arguments = new HashMap<>();
        collect(fields, "", arguments);
        return arguments;
    }

    private static void collect(FieldSet fields, String path, Map<String, String> arguments) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> {
                    String fieldPath = path + "." + field.name();
                    arguments.put(fieldPath, field.arguments().toString());
                    collect(field.selections(), fieldPath, arguments);
                }
                case FieldSet.Fragment fragment -> collect(fragment.selections(), path, arguments);
            }
        }
    }
}
