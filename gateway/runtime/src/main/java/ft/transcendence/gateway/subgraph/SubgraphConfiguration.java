package ft.transcendence.gateway.subgraph;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Calls subgraphs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SubgraphErrorProperties.class, SubgraphProperties.class})
@Import({
    CurrentSubgraphSettings.class,
    ForwardedHeaders.class,
    HttpSubgraphTransport.class,
    ReloadableSubgraphSettings.class,
    SubgraphAddresses.class,
    SubgraphErrorRedaction.class,
    SubgraphNames.class,
    SubgraphProtections.class,
    SubgraphReload.class
})
public class SubgraphConfiguration {}
