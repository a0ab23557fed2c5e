package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import java.util.List;

/** A value of an enum. */
public final class EnumValue extends Element {
    private final String name;
    private final String coordinate;
    private final List<Place> places;

    public EnumValue(String name, String coordinate, List<Place> places) {
        this.name = name;
        this.coordinate = coordinate;
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
}
