package ft.transcendence.gateway.subgraph;

import org.springframework.stereotype.Component;

/** The settings of subgraphs that apply now. */
@Component
final class CurrentSubgraphSettings {
    private volatile SubgraphProperties properties;

    CurrentSubgraphSettings(SubgraphProperties properties) {
        this.properties = properties;
    }

    SubgraphProperties properties() {
        return properties;
    }

    SubgraphSettings of(String subgraph) {
        return properties.of(subgraph);
    }

    void replace(SubgraphProperties next) {
        properties = next;
    }
}
