package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * How the representation of an entity is built from the merged object.
 *
 * @param runtimeTypes the object types (by the merged object's {@code __typename}) this one is for; empty: for any
 *     object, its runtime type need not be known
 * @param typename the {@code __typename} to send; for interface objects and interface keys the interface's name
 * @param keys fields of the entity's key; where one is null or missing the entity is not asked for
 * @param requirements further inputs ({@code @requires}); null is sent as null, where one is missing the entity is not
 *     asked for; one with the name of a key field has all that the key has of it and is sent in its place
 */
public record Representation(
        List<String> runtimeTypes, String typename, List<InputSelection> keys, List<InputSelection> requirements) {
    public Representation {
        runtimeTypes = List.copyOf(runtimeTypes);
        keys = List.copyOf(keys);
        requirements = List.copyOf(requirements);
    }
}
