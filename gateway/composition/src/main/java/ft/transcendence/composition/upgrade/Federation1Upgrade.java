package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Step 2: turns Federation 1 schemas into Federation 2 schemas of the same meaning, and checks them as such. It needs to see all subgraphs at once: in
 * Federation 1 what several subgraphs resolve was shared without saying so.
 */
public final class Federation1Upgrade {
    private Federation1Upgrade() {}

    /** The subgraphs in their order, those of Federation 1 upgraded; their schemas are changed in place. */
    public static List<Subgraph> upgrade(List<Subgraph> subgraphs, Findings findings) {
        if (subgraphs.stream().noneMatch(Subgraph::isFederation1)) {
            return subgraphs;
        }
        OriginalTypes originals = OriginalTypes.of(subgraphs);
        Map<String, List<Place>> interfaceKeys = new LinkedHashMap<>();
        List<Subgraph> upgraded = new ArrayList<>();
        for (Subgraph subgraph : subgraphs) {
            upgraded.add(
                    subgraph.isFederation1()
                            ? SubgraphUpgrade.upgrade(subgraph, originals, interfaceKeys, findings)
                            : subgraph);
        }
        for (Subgraph subgraph : subgraphs) {
            if (!subgraph.isFederation1()) {
                checkInterfaceObjects(subgraph, interfaceKeys, findings);
            }
        }
        return upgraded;
    }

    /** A key of an interface was without effect in Federation 1: it does not mean that the subgraph can tell the types of the objects. */
    private static void checkInterfaceObjects(
            Subgraph subgraph, Map<String, List<Place>> interfaceKeys, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            List<Place> keys = interfaceKeys.getOrDefault(type.name(), List.of());
            if (SubgraphFacts.isInterfaceObject(type) && !keys.isEmpty()) {
                List<Place> places = new ArrayList<>(type.places());
                places.addAll(keys);
                findings.error(
                        ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                        "[" + subgraph.name() + "] \"" + type.name()
                                + "\" is an @interfaceObject, but the interface's @key is in a Federation 1 schema, where it has no effect",
                        "upgrade the interface's subgraph to Federation 2, or remove the interface's @key",
                        places);
            }
        }
    }
}
