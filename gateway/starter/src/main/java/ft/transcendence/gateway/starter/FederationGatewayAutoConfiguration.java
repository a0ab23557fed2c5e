package ft.transcendence.gateway.starter;

import ft.transcendence.gateway.runtime.GatewayRuntime;
import ft.transcendence.platform.process.settings.SettingsCheck;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Adds the gateway to a reactive web application: it serves operations on the application's server, ahead of its other handlers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "gateway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(StarterProperties.class)
@Import({GatewayRuntime.class, SettingsCheck.class})
final class FederationGatewayAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock gatewayClock() {
        return Clock.systemUTC();
    }
}
