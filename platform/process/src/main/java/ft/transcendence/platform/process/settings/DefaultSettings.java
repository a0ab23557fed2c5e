package ft.transcendence.platform.process.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The settings that a library has for its applications, in a YAML file on the class path. */
public final class DefaultSettings {
    private DefaultSettings() {}

    /** Adds them with the lowest precedence, so that an application can override any of them. */
    public static void add(String file, ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
