package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the operation that takes a path of the API schema. Required arguments get example values. */
final class QueryText {
    private static final String INDENT = "  ";
    /** Input types may contain themselves in lists only, so that deep values are rare. */
    private static final int DEEPEST_VALUE = 8;

    private final Schema api;

    QueryText(Schema api) {
        this.api = api;
    }

    /** Several lines, without a line break at the end. */
    String write(ApiPath path) {
        List<ApiPath> steps = path.steps();
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < steps.size(); depth++) {
            if (depth > 0) {
                text.append(" {\n");
            }
            text.append(INDENT.repeat(depth)).append(step(steps.get(depth)));
        }
        int depth = steps.size();
        if (hasSubselection(path)) {
            text.append(" {\n").append(INDENT.repeat(depth)).append("...\n");
            text.append(INDENT.repeat(depth - 1)).append('}');
        }
        for (int closing = depth - 2; closing >= 0; closing--) {
            text.append('\n').append(INDENT.repeat(closing)).append('}');
        }
        return text.toString();
    }

    private boolean hasSubselection(ApiPath path) {
        return switch (path) {
            case ApiPath.Root ignored -> true;
            case ApiPath.TypeStep ignored -> true;
            case ApiPath.FieldStep step ->
                api.type(step.field().type().namedType())
                        .filter(type -> type.kind().isComposite())
                        .isPresent();
        };
    }

    private String step(ApiPath step) {
        return switch (step) {
            case ApiPath.Root root -> root.kind().name().toLowerCase(Locale.ROOT);
            case ApiPath.TypeStep condition -> "... on " + condition.type();
            case ApiPath.FieldStep field -> field.field().name() + arguments(field.field());
        };
    }

    private String arguments(Field field) {
        List<InputValue> required = field.arguments().values().stream()
                .filter(InputValue::isRequired)
                .toList();
        return required.isEmpty()
                ? ""
                : required.stream()
                        .map(argument -> argument.name() + ": " + example(argument.type(), 0))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String example(TypeRef type, int depth) {
        return switch (type) {
            case TypeRef.NonNull nonNull -> example(nonNull.type(), depth);
            case TypeRef.ListOf ignored -> "[]";
            case TypeRef.Named named -> example(named.name(), depth);
        };
    }

    private String example(String type, int depth) {
        Optional<NamedType> found = api.type(type);
        if (found.isEmpty() || !found.get().values().isEmpty()) {
            return found.flatMap(values -> values.values().keySet().stream().findFirst())
                    .orElseGet(() -> builtIn(type));
        }
        if (found.get().inputFields().isEmpty() || depth > DEEPEST_VALUE) {
            return "\"…\"";
        }
        return found.get().inputFields().values().stream()
                .filter(InputValue::isRequired)
                .map(field -> field.name() + ": " + example(field.type(), depth + 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String builtIn(String scalar) {
        return switch (scalar) {
            case "Int" -> "1";
            case "Float" -> "1.5";
            case "Boolean" -> "true";
            default -> "\"…\"";
        };
    }
}
