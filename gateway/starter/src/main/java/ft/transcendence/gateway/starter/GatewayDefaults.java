package ft.transcendence.gateway.starter;

import ft.transcendence.gateway.runtime.NettyDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Adds {@code gateway-defaults.yaml} with the lowest precedence, so that an application can override any of its settings. An application
 * without a gateway keeps the defaults of Spring Boot.
 */
final class GatewayDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String FILE = "gateway-defaults.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getWebApplicationType() != WebApplicationType.REACTIVE
                || !environment.getProperty("gateway.enabled", Boolean.class, true)) {
            return;
        }
        NettyDefaults.set();
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the application's settings have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
