package ft.transcendence.gateway;

import ft.transcendence.gateway.error.ErrorPages;
import ft.transcendence.gateway.identity.IdentityProperties;
import ft.transcendence.gateway.identity.LoginProviderConfiguration;
import ft.transcendence.gateway.identity.TokenCallerConfiguration;
import ft.transcendence.gateway.observation.StandaloneManagement;
import ft.transcendence.gateway.runtime.GatewayRuntime;
import ft.transcendence.gateway.runtime.NettyDefaults;
import ft.transcendence.gateway.subgraph.SubgraphDocuments;
import ft.transcendence.platform.process.ExitOnOutOfMemory;
import ft.transcendence.platform.process.settings.SettingsCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.cloud.gateway.config.GatewayAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/**
 * The GraphQL gateway. The profile {@code standalone} runs it on any supergraph, without an identity provider, sessions or a
 * management port.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "ft.transcendence.gateway.avatar",
    "ft.transcendence.gateway.login",
    "ft.transcendence.gateway.site",
    "ft.transcendence.gateway.ticket"
})
@ConfigurationPropertiesScan({
    "ft.transcendence.gateway.login",
    "ft.transcendence.gateway.site",
    "ft.transcendence.gateway.ticket"
})
// known in every profile: the gateway alone ignores the settings of the login provider
@EnableConfigurationProperties(IdentityProperties.class)
@Import({ClockConfiguration.class, ErrorPages.class, GatewayRuntime.class, SettingsCheck.class})
class GatewayApplication {
    public static void main(String[] arguments) {
        ExitOnOutOfMemory.install();
        NettyDefaults.set();
        CommandLine command = CommandLine.parse(arguments);
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        if (command.check()) {
            System.exit(ConfigurationCheck.run(application, System.out, command.settings()));
        }
        application.addListeners(new PreparedBeans());
        application.run(command.settings().toArray(String[]::new));
    }

    /** The whole gateway. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!standalone")
    @EnableAutoConfiguration
    @Import({LoginProviderConfiguration.class, SubgraphDocuments.class})
    static class Platform {}

    /** The web server alone, which starts in a fraction of the time. */
    @Configuration(proxyBeanMethods = false)
    @Profile("standalone")
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        LifecycleAutoConfiguration.class,
        SslAutoConfiguration.class,
        NettyReactiveWebServerAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        WebFluxAutoConfiguration.class
    })
    @Import({StandaloneManagement.class, TokenCallerConfiguration.class})
    static class Standalone {}

    /** The route to the site's pages; the profile {@code standalone} loads it only when a site is configured. */
    @Configuration(proxyBeanMethods = false)
    @Profile("standalone")
    @ConditionalOnProperty("gateway.frontend-url")
    @ImportAutoConfiguration(GatewayAutoConfiguration.class)
    static class StandaloneFrontend {}
}
