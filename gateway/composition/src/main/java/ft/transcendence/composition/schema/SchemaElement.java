package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import java.util.ArrayList;
import java.util.List;

/** The {@code schema} itself, which has directives such as {@code @link}. */
public final class SchemaElement extends Element {
    private final List<Place> places = new ArrayList<>();

    @Override
    public String coordinate() {
        return "schema";
    }

    /** The definition and the extensions; may be changed. */
    @Override
    public List<Place> places() {
        return places;
    }
}
