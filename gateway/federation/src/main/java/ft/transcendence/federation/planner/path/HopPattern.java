package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.Standpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity hop, whatever place it is made from. Equal only to itself: places that are had alike share theirs. */
final class HopPattern {
    private final String subgraph;
    private final Map<String, Standpoint> standpoints;
    private final List<String> objectTypes;
    private final boolean byInterface;

    /**
     * @param standpoints by object type
     * @param byInterface true when the representations name only the interface, because the runtime type is not known yet
     */
    HopPattern(String subgraph, Map<String, Standpoint> standpoints, boolean byInterface) {
        this.subgraph = subgraph;
        this.standpoints = Collections.unmodifiableMap(new LinkedHashMap<>(standpoints));
        this.objectTypes = List.copyOf(standpoints.keySet());
        this.byInterface = byInterface;
    }

    String subgraph() {
        return subgraph;
    }

    Map<String, Standpoint> standpoints() {
        return standpoints;
    }

    /** The object types that can be sent. */
    List<String> objectTypes() {
        return objectTypes;
    }

    boolean byInterface() {
        return byInterface;
    }
}
