package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type of a schema. Parts that its kind does not have are empty. */
public final class NamedType extends Element {
    private final String name;
    private final TypeKind kind;
    private final List<Declaration> declarations = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, InputValue> inputFields = new LinkedHashMap<>();
    private final Map<String, EnumValue> values = new LinkedHashMap<>();
    private final Set<String> interfaces = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();

    /** A definition or an extension of the type. */
    public record Declaration(boolean isExtension, Place place) {}

    public NamedType(String name, TypeKind kind) {
        this.name = name;
        this.kind = kind;
    }

    public String name() {
        return name;
    }

    public TypeKind kind() {
        return kind;
    }

    @Override
    public String coordinate() {
        return name;
    }

    @Override
    public List<Place> places() {
        return declarations.stream().map(Declaration::place).toList();
    }

    /** The definition and the extensions, in the order of the schema; may be changed. */
    public List<Declaration> declarations() {
        return declarations;
    }

    /** Whether the schema has the type's definition, and not extensions alone. */
    public boolean hasDefinition() {
        return declarations.stream().anyMatch(declaration -> !declaration.isExtension());
    }

    public boolean hasExtension() {
        return declarations.stream().anyMatch(Declaration::isExtension);
    }

    /** The fields of an object type or interface, by name, in the order of the schema; may be changed. */
    public Map<String, Field> fields() {
        return fields;
    }

    /** The fields of an input object, by name, in the order of the schema; may be changed. */
    public Map<String, InputValue> inputFields() {
        return inputFields;
    }

    /** The values of an enum, by name, in the order of the schema; may be changed. */
    public Map<String, EnumValue> values() {
        return values;
    }

    /** The names of the interfaces that an object type or interface declares; may be changed. */
    public Set<String> interfaces() {
        return interfaces;
    }

    /** The names of the members of a union; may be changed. */
    public Set<String> members() {
        return members;
    }
}
