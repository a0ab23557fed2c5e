package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An argument of a field or directive, or a field of an input object. */
public final class InputValue extends Element implements Typed {
    private final String name;
    private final String coordinate;
    private final List<Place> places;
    private TypeRef type;
    private @Nullable Literal defaultValue;

    public InputValue(
            String name, String coordinate, TypeRef type, @Nullable Literal defaultValue, List<Place> places) {
        this.name = name;
        this.coordinate = coordinate;
        this.type = type;
        this.defaultValue = defaultValue;
        this.places = places;
    }

    public String name() {
        return name;
    }

    @Override
    public String coordinate() {
        return coordinate;
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

    public Optional<Literal> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    public void changeDefault(@Nullable Literal changed) {
        defaultValue = changed;
    }

    /** Whether a value must be given: non-null and without a default. */
    public boolean isRequired() {
        return type.isNonNull() && defaultValue == null;
    }
}
