package ft.transcendence.gateway.starter;

import ft.transcendence.gateway.runtime.NettyDefaults;
import ft.transcendence.platform.process.settings.DefaultSettings;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adds the settings of {@code gateway-defaults.yaml}, which an application can override. One without a gateway keeps the defaults of Spring
 * Boot.
 */
final class GatewayDefaults implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getWebApplicationType() != WebApplicationType.REACTIVE
                || !environment.getProperty("gateway.enabled", Boolean.class, true)) {
            return;
        }
        NettyDefaults.set();
        DefaultSettings.add("gateway-defaults.yaml", environment);
    }

    /** After the application's settings have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
