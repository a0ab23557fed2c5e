package ft.transcendence.example;

import ft.transcendence.extension.GatewayExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the example to the gateway. */
@Configuration(proxyBeanMethods = false)
class ExampleConfiguration {
    @Bean
    GatewayExtension tenants() {
        return new TenantExtension();
    }
}
