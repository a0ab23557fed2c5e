package ft.transcendence.gateway.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.StringUtils;

/**
 * Adds the configuration file to the settings: below arguments and the environment, above the defaults.
 *
 * <p>Short variables such as {@code SUPERGRAPH} are mentioned only by the defaults, below the file. They get a place of their own
 * above it.
 */
final class ConfigFile implements EnvironmentPostProcessor, Ordered {
    static final String SETTING = "gateway.config.file";

    private static final String SHORT_VARIABLES = "short variables";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(:.*)?}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String file = environment.getProperty(SETTING);
        if (StringUtils.hasText(file)) {
            insert(environment, ConfigFileSource.read(Path.of(file)));
        }
    }

    private static void insert(ConfigurableEnvironment environment, EnumerablePropertySource<?> file) {
        MutablePropertySources sources = environment.getPropertySources();
        PropertySource<?> variables = new OriginTrackedMapPropertySource(SHORT_VARIABLES, shortVariables(environment));
        sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
        sources.addAfter(SHORT_VARIABLES, file);
    }

    /** The settings whose defaults refer to a variable that is set. */
    private static Map<String, Object> shortVariables(ConfigurableEnvironment environment) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> defaults
                    && !(source instanceof SystemEnvironmentPropertySource)) {
                for (String name : defaults.getPropertyNames()) {
                    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(defaults.getProperty(name)));
                    if (placeholder.matches() && StringUtils.hasText(environment.getProperty(placeholder.group(1)))) {
                        String variable = placeholder.group(1);
                        settings.putIfAbsent(
                                name,
                                OriginTrackedValue.of("${" + variable + "}", new SystemEnvironmentOrigin(variable)));
                    }
                }
            }
        }
        return settings;
    }

    /** After the defaults have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
