package ft.transcendence.gateway.supergraph;

import ft.transcendence.gateway.reload.Reloadable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits of operations, which can change without a restart. */
@Configuration(proxyBeanMethods = false)
class ReloadableLimits {
    @Bean
    Reloadable<OperationLimitsProperties> operationLimits(OperationLimitsProperties initial) {
        return Reloadable.all(OperationLimitsProperties.class, initial);
    }
}
