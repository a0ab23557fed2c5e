package ft.transcendence.composition.merge;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Typed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether enums are used as inputs, outputs or both, with an example of each. Enums are merged last, when this is known. */
final class EnumUsages {
    private final Map<String, Map<Position, Example>> usages = new HashMap<>();

    enum Position {
        INPUT,
        OUTPUT
    }

    record Example(String coordinate, List<Place> places) {}

    void record(String enumName, Position position, Typed user) {
        usages.computeIfAbsent(enumName, ignored -> new EnumMap<>(Position.class))
                .putIfAbsent(position, new Example(user.coordinate(), user.places()));
    }

    boolean isUsed(String enumName) {
        return usages.containsKey(enumName);
    }

    Optional<Example> example(String enumName, Position position) {
        return Optional.ofNullable(usages.getOrDefault(enumName, Map.of()).get(position));
    }
}
