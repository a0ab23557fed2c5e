package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A definition of a directive.
 *
 * @param locations the names of the locations, such as {@code FIELD_DEFINITION}
 * @param places empty if composition added the definition
 */
public record DirectiveDefinition(
        String name,
        @Nullable String description,
        Map<String, InputValue> arguments,
        boolean repeatable,
        Set<String> locations,
        List<Place> places) {
    public DirectiveDefinition {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        locations = Collections.unmodifiableSet(new LinkedHashSet<>(locations));
        places = List.copyOf(places);
    }

    /** Whether operations can use it. */
    public boolean isExecutable() {
        return locations.stream().anyMatch(DirectiveLocations::isExecutable);
    }
}
