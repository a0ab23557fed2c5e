package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.reload.Reloadable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of this package that can change without a restart. */
@Configuration(proxyBeanMethods = false)
class ReloadableSubgraphSettings {
    @Bean
    Reloadable<SubgraphProperties> reloadableSubgraphs(SubgraphProperties initial) {
        return Reloadable.all(SubgraphProperties.class, initial).checkedBy(HttpSubgraphTransport::requireUsable);
    }

    @Bean
    Reloadable<SubgraphErrorProperties> reloadableSubgraphErrors(SubgraphErrorProperties initial) {
        return Reloadable.all(SubgraphErrorProperties.class, initial);
    }
}
