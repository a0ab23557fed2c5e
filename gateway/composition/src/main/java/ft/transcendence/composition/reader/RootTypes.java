package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The root types of a schema: composition calls them by their default names, whatever the schema calls them. */
final class RootTypes {
    private RootTypes() {}

    private static ErrorCode nameIsUsed(OperationKind kind) {
        return switch (kind) {
            case QUERY -> ErrorCode.ROOT_QUERY_USED;
            case MUTATION -> ErrorCode.ROOT_MUTATION_USED;
            case SUBSCRIPTION -> ErrorCode.ROOT_SUBSCRIPTION_USED;
        };
    }

    /** Gives the root types their default names, unless other types have them. */
    static void rename(Schema schema, Problems problems) {
        for (Map.Entry<OperationKind, String> root : schema.roots().entrySet()) {
            String name = root.getValue();
            String defaultName = BuiltIns.rootName(root.getKey());
            if (name.equals(defaultName)) {
                continue;
            }
            NamedType other = schema.types().get(defaultName);
            if (other != null) {
                problems.add(
                        nameIsUsed(root.getKey()),
                        "the type " + defaultName + " is not the root type for it: that is " + name,
                        Stream.concat(other.places().stream(), schema.type(name).orElseThrow().places().stream())
                                .toList());
            } else {
                schema.roots().replaceAll((kind, type) -> type.equals(name) ? defaultName : type);
                rename(schema, name, defaultName);
            }
        }
    }

    private static void rename(Schema schema, String oldName, String newName) {
        Map<String, NamedType> types = new LinkedHashMap<>();
        for (NamedType type : schema.types().values()) {
            boolean isRenamed = type.name().equals(oldName);
            types.put(isRenamed ? newName : type.name(), isRenamed ? copy(type, newName) : type);
        }
        schema.types().clear();
        schema.types().putAll(types);
        UnaryOperator<String> names = name -> name.equals(oldName) ? newName : name;
        for (NamedType type : types.values()) {
            type.fields().values().forEach(field -> field.changeType(Elements.renamed(field.type(), names)));
            if (type.members().contains(oldName)) {
                List<String> members = type.members().stream().map(names).toList();
                type.members().clear();
                type.members().addAll(members);
            }
        }
    }

    private static NamedType copy(NamedType type, String name) {
        NamedType copy = new NamedType(name, type.kind());
        copy.declarations().addAll(type.declarations());
        copy.interfaces().addAll(type.interfaces());
        copyTexts(type, copy);
        for (Field field : type.fields().values()) {
            Field copied = new Field(field.name(), copy, field.type(), field.declaration(), field.places());
            copyTexts(field, copied);
            field.arguments().forEach((argument, value) -> copied.arguments().put(argument, copy(value, copied)));
            copy.fields().put(field.name(), copied);
        }
        return copy;
    }

    private static InputValue copy(InputValue argument, Field field) {
        TypeRef type = argument.type();
        String coordinate = field.coordinate() + "(" + argument.name() + ":)";
        InputValue copy = new InputValue(
                argument.name(), coordinate, type, argument.defaultValue().orElse(null), argument.places());
        copyTexts(argument, copy);
        return copy;
    }

    private static void copyTexts(Element from, Element to) {
        to.describe(from.description().orElse(null));
        to.directives().addAll(from.directives());
    }
}
