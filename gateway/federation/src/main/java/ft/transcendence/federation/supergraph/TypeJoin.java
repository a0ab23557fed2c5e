package ft.transcendence.federation.supergraph;

import java.util.List;

/**
 * What one subgraph says of a type.
 *
 * @param interfaceObject the type is an interface elsewhere and an object type standing for all its implementations here
 */
public record TypeJoin(List<EntityKey> keys, boolean interfaceObject) {
    public TypeJoin {
        keys = List.copyOf(keys);
    }
}
