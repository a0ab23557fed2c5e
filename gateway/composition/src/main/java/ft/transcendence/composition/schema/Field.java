package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A field of an object type or interface. */
public final class Field extends Element implements Typed {
    private final String name;
    private final NamedType parent;
    private final List<Place> places;
    private final int declaration;
    private final Map<String, InputValue> arguments = new LinkedHashMap<>();
    private TypeRef type;

    /** @param declaration the number of the declaration of its type that it stands in */
    public Field(String name, NamedType parent, TypeRef type, int declaration, List<Place> places) {
        this.name = name;
        this.parent = parent;
        this.type = type;
        this.declaration = declaration;
        this.places = places;
    }

    public String name() {
        return name;
    }

    public NamedType parent() {
        return parent;
    }

    /** The number of the declaration of its type that it stands in: see {@link NamedType#declarations()}. */
    public int declaration() {
        return declaration;
    }

    @Override
    public String coordinate() {
        return parent.name() + "." + name;
    }

    @Override
    public List<Place> places() {
        return places;
    }

    @Override
    public TypeRef type() {
        return type;
    }

    @Override
    public void changeType(TypeRef changed) {
        type = changed;
    }

    /** By name, in the order of the schema; may be changed. */
    public Map<String, InputValue> arguments() {
        return arguments;
    }
}
