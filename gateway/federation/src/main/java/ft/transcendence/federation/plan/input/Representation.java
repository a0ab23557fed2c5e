package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * How to write the representation of an entity from its object in the merged tree.
 *
 * @param runtimeTypes the object types (by {@code __typename}) that it is for; empty for any object, whose runtime type need not be known
 * @param typename the {@code __typename} to send; the interface's name for interface objects and interface keys
 * @param keys the fields of the entity's key; an entity with a null or missing one is not fetched
 * @param requirements further inputs ({@code @requires}). Null is sent as null; an entity with a missing one is not fetched. A requirement
 *     with the name of a key field includes everything the key selects of it, and is sent in its stead
 */
public record Representation(
        List<String> runtimeTypes, String typename, List<InputSelection> keys, List<InputSelection> requirements) {
    public Representation {
        runtimeTypes = List.copyOf(runtimeTypes);
        keys = List.copyOf(keys);
        requirements = List.copyOf(requirements);
    }
}
