package ft.transcendence.composition.print;

import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.OperationKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints a schema as SDL. Definitions and members keep their order. */
public final class SchemaPrinter {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private SchemaPrinter() {}

    public static String print(Schema schema) {
        SchemaPrinter printer = new SchemaPrinter();
        printer.schemaDefinition(schema);
        schema.directiveDefinitions().values().forEach(printer::directiveDefinition);
        schema.types().values().forEach(printer::type);
        return printer.out.toString();
    }

    private void schemaDefinition(Schema schema) {
        boolean isDefault = schema.element().directives().isEmpty()
                && schema.element().description().isEmpty()
                && schema.roots().entrySet().stream().allMatch(SchemaPrinter::hasDefaultName);
        if (isDefault) {
            return;
        }
        description(schema.element(), "");
        out.append("schema");
        schema.element()
                .directives()
                .forEach(use -> out.append('\n').append(INDENT).append(use));
        out.append(schema.element().directives().isEmpty() ? " {\n" : "\n{\n");
        schema.roots().forEach((kind, type) -> out.append(INDENT)
                .append(kind.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(type)
                .append('\n'));
        out.append("}\n");
    }

    private static boolean hasDefaultName(Map.Entry<OperationKind, String> root) {
        return root.getValue().equals(BuiltIns.rootName(root.getKey()));
    }

    private void directiveDefinition(DirectiveDefinition definition) {
        separate();
        description(definition.description(), "");
        out.append("directive @").append(definition.name());
        arguments(definition.arguments().values(), "");
        out.append(definition.repeatable() ? " repeatable on " : " on ")
                .append(String.join(" | ", definition.locations()))
                .append('\n');
    }

    private void type(NamedType type) {
        separate();
        description(type, "");
        out.append(keyword(type)).append(' ').append(type.name());
        if (!type.interfaces().isEmpty()) {
            out.append(" implements ").append(String.join(" & ", type.interfaces()));
        }
        type.directives().forEach(use -> out.append('\n').append(INDENT).append(use));
        switch (type.kind()) {
            case OBJECT, INTERFACE -> block(type, type.fields().values(), this::field);
            case INPUT_OBJECT -> block(type, type.inputFields().values(), this::inputField);
            case ENUM -> block(type, type.values().values(), this::enumValue);
            case UNION -> union(type);
            case SCALAR -> out.append('\n');
        }
    }

    private static String keyword(NamedType type) {
        return switch (type.kind()) {
            case OBJECT -> "type";
            case INTERFACE -> "interface";
            case INPUT_OBJECT -> "input";
            case ENUM -> "enum";
            case UNION -> "union";
            case SCALAR -> "scalar";
        };
    }

    private <T> void block(NamedType type, Collection<T> members, Consumer<T> print) {
        if (members.isEmpty()) {
            out.append('\n');
            return;
        }
        out.append(type.directives().isEmpty() ? " {\n" : "\n{\n");
        members.forEach(print);
        out.append("}\n");
    }

    private void union(NamedType type) {
        if (!type.members().isEmpty()) {
            out.append(type.directives().isEmpty() ? " = " : "\n" + INDENT + "= ")
                    .append(String.join(" | ", type.members()));
        }
        out.append('\n');
    }

    private void field(Field field) {
        description(field, INDENT);
        out.append(INDENT).append(field.name());
        arguments(field.arguments().values(), INDENT);
        out.append(": ").append(field.type());
        uses(field.directives());
        out.append('\n');
    }

    private void inputField(InputValue field) {
        description(field, INDENT);
        out.append(INDENT);
        inputValue(field);
        out.append('\n');
    }

    private void enumValue(EnumValue value) {
        description(value, INDENT);
        out.append(INDENT).append(value.name());
        uses(value.directives());
        out.append('\n');
    }

    private void arguments(Collection<InputValue> arguments, String indent) {
        if (arguments.isEmpty()) {
            return;
        }
        boolean areDescribed =
                arguments.stream().anyMatch(argument -> argument.description().isPresent());
        if (!areDescribed) {
            out.append('(');
            String separator = "";
            for (InputValue argument : arguments) {
                out.append(separator);
                inputValue(argument);
                separator = ", ";
            }
            out.append(')');
            return;
        }
        out.append("(\n");
        for (InputValue argument : arguments) {
            description(argument, indent + INDENT);
            out.append(indent).append(INDENT);
            inputValue(argument);
            out.append('\n');
        }
        out.append(indent).append(')');
    }

    private void inputValue(InputValue value) {
        out.append(value.name()).append(": ").append(value.type());
        value.defaultValue().ifPresent(text -> out.append(" = ").append(text));
        uses(value.directives());
    }

    private void uses(List<DirectiveUse> directives) {
        directives.forEach(use -> out.append(' ').append(use));
    }

    private void description(Element element, String indent) {
        description(element.description().orElse(null), indent);
    }

    private void description(@Nullable String text, String indent) {
        if (text != null) {
            Descriptions.print(text, indent, out);
        }
    }

    private void separate() {
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }
}
