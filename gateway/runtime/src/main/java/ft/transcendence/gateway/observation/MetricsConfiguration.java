package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.operation.OperationListener;
import ft.transcendence.gateway.reload.ConfigReloadListener;
import ft.transcendence.gateway.resilience.SubgraphConditionListener;
import ft.transcendence.gateway.supergraph.SupergraphReloadListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who measure what happens; they are not active where there is no registry. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
    @Bean
    OperationListener operationMetrics(MetricsRegistry metrics) {
        return metrics.registry().<OperationListener>map(OperationMetrics::new).orElse(OperationListener.INACTIVE);
    }

    @Bean
    OperationListener fetchMetrics(MetricsRegistry metrics) {
        return metrics.registry().<OperationListener>map(FetchMetrics::new).orElse(OperationListener.INACTIVE);
    }

    @Bean
    SubgraphConditionListener subgraphMetrics(MetricsRegistry metrics) {
        return metrics.registry()
                .<SubgraphConditionListener>map(SubgraphMetrics::new)
                .orElse(subgraph -> {});
    }

    @Bean
    SupergraphReloadListener reloadMetrics(MetricsRegistry metrics) {
        return metrics.registry()
                .<SupergraphReloadListener>map(registry -> new ReloadMetrics(registry, Metric.RELOADS))
                .orElse(SupergraphReloadListener.NONE);
    }

    @Bean
    ConfigReloadListener configReloadMetrics(MetricsRegistry metrics) {
        return metrics.registry()
                .<ConfigReloadListener>map(registry -> new ReloadMetrics(registry, Metric.CONFIG_RELOADS))
                .orElse(ConfigReloadListener.NONE);
    }
}
