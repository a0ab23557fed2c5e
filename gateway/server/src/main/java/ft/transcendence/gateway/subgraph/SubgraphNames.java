package ft.transcendence.gateway.subgraph;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The subgraphs that settings speak of. */
@Component
public final class SubgraphNames {
    private final Map<String, Set<String>> bySetting;

    SubgraphNames(SubgraphProperties properties, SubgraphErrorProperties errors) {
        this.bySetting = new TreeMap<>(Map.of(
                "gateway.subgraphs.named", properties.named().keySet(),
                "gateway.subgraph-errors.named", errors.named().keySet()));
    }

    /** The names of subgraphs by the setting below which they stand. */
    public Map<String, Set<String>> bySetting() {
        return bySetting;
    }

    /** The variable of the environment that says where a subgraph is: upper case, with underscores for anything but letters and digits. */
    public static String addressVariable(String subgraph) {
        return "SUBGRAPH_" + subgraph.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
    }
}
