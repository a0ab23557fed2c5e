package ft.transcendence.gateway.subgraph;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The subgraphs that settings speak of. */
@Component
public final class SubgraphNames {
    private final Set<String> named;

    SubgraphNames(SubgraphProperties properties) {
        this.named = properties.named().keySet();
    }

    /** The names below {@code gateway.subgraphs.named}. */
    public Set<String> withOwnSettings() {
        return named;
    }

    /** The variable of the environment that says where a subgraph is: upper case, with underscores for anything but letters and digits. */
    public static String addressVariable(String subgraph) {
        return "SUBGRAPH_" + subgraph.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
    }
}
