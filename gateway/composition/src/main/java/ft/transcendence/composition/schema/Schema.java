package ft.transcendence.composition.schema;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A schema: that of a subgraph, or the supergraph. Types are in the order of the SDL. */
public final class Schema {
    private final SchemaElement element = new SchemaElement();
    private final Map<String, NamedType> types = new LinkedHashMap<>();
    private final Map<String, DirectiveDefinition> directiveDefinitions = new LinkedHashMap<>();
    private final Map<OperationKind, String> roots = new EnumMap<>(OperationKind.class);

    /** The {@code schema} element: its description and directives. */
    public SchemaElement element() {
        return element;
    }

    /** By name; may be changed. */
    public Map<String, NamedType> types() {
        return types;
    }

    public Optional<NamedType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The kind of a type; the built-in scalars are known too. */
    public Optional<TypeKind> kind(String type) {
        NamedType found = types.get(type);
        if (found != null) {
            return Optional.of(found.kind());
        }
        return BuiltIns.isScalar(type) ? Optional.of(TypeKind.SCALAR) : Optional.empty();
    }

    /** By name; may be changed. Definitions that GraphQL itself has are absent unless the schema writes them. */
    public Map<String, DirectiveDefinition> directiveDefinitions() {
        return directiveDefinitions;
    }

    /** The names of the root types; may be changed. */
    public Map<OperationKind, String> roots() {
        return roots;
    }

    /** Visits all that can have directives: the schema itself, its types with all their members, and the arguments of directives. */
    public void forEachElement(Consumer<Element> visitor) {
        visitor.accept(element);
        for (NamedType type : types.values()) {
            visitor.accept(type);
            for (Field field : type.fields().values()) {
                visitor.accept(field);
                field.arguments().values().forEach(visitor);
            }
            type.inputFields().values().forEach(visitor);
            type.values().values().forEach(visitor);
        }
        for (DirectiveDefinition definition : directiveDefinitions.values()) {
            definition.arguments().values().forEach(visitor);
        }
    }

    /** The object types that values of a type can have: the type itself, a union's members or an interface's implementations. */
    public Set<String> possibleTypes(String name) {
        NamedType type = types.get(name);
        if (type == null) {
            return Set.of();
        }
        return switch (type.kind()) {
            case OBJECT -> Set.of(name);
            case UNION -> Set.copyOf(type.members());
            case INTERFACE -> implementations(name);
            case ENUM, SCALAR, INPUT_OBJECT -> Set.of();
        };
    }

    /** The object types that declare an interface. */
    public Set<String> implementations(String interfaceName) {
        Set<String> implementations = new LinkedHashSet<>();
        for (NamedType type : types.values()) {
            if (type.kind() == TypeKind.OBJECT && type.interfaces().contains(interfaceName)) {
                implementations.add(type.name());
            }
        }
        return implementations;
    }
}
