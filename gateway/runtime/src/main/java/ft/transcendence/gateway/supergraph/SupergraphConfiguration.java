package ft.transcendence.gateway.supergraph;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The engine of the configured supergraph. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationLimitsProperties.class, PlanningProperties.class, SupergraphProperties.class})
@Import({CurrentEngine.class, OperationProtections.class, ReloadableLimits.class})
public class SupergraphConfiguration {}
