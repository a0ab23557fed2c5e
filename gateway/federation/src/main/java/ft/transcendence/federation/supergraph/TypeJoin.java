package ft.transcendence.federation.supergraph;

import java.util.List;

/**
 * A type in one subgraph.
 *
 * @param interfaceObject whether the type is an interface in other subgraphs, and here an object type that represents all its implementations
 */
public record TypeJoin(List<EntityKey> keys, boolean interfaceObject) {
    public TypeJoin {
        keys = List.copyOf(keys);
    }
}
