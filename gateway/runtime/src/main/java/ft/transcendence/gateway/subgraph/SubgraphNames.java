package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.cache.CacheProperties;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The subgraphs that settings name. */
@Component
public final class SubgraphNames {
    private final Map<String, Set<String>> bySetting;

    SubgraphNames(SubgraphProperties properties, SubgraphErrorProperties errors, CacheProperties cache) {
        this.bySetting = new TreeMap<>(Map.of(
                "gateway.subgraphs.named", properties.named().keySet(),
                "gateway.subgraph-errors.named", errors.named().keySet(),
                "gateway.cache.named", cache.named().keySet()));
    }

    /** The names of subgraphs, by the setting that contains them. */
    public Map<String, Set<String>> bySetting() {
        return bySetting;
    }

    /** The environment variable with a subgraph's address: upper case, with underscores for anything but letters and digits. */
    public static String addressVariable(String subgraph) {
        return "SUBGRAPH_" + subgraph.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
    }
}
