package ft.transcendence.gateway.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Stops the start when a setting below {@code gateway} in a file, an argument or a system property, or a variable of the environment
 * whose name begins with {@code GATEWAY_}, is none that the gateway reads.
 */
@Component
final class UnknownSettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("gateway");
    private static final String VARIABLES = "GATEWAY_";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(" + VARIABLES + "[A-Z0-9_]+)");

    /** What Kubernetes tells every container of services whose names begin with {@code gateway}. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_SERVICE_(HOST|PORT(_.+)?)|.*_PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private ConfigurableEnvironment environment = new StandardEnvironment();

    // it comes before the container can inject anything into constructors
    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        KnownSettings known =
                KnownSettings.of(Arrays.stream(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                        .<Class<?>>map(beans::getType)
                        .filter(UnknownSettingsCheck::isOurs)
                        .toList());
        List<UnknownSetting> unknown = new ArrayList<>(unknownProperties(known));
        unknown.addAll(unknownVariables(known));
        if (!unknown.isEmpty()) {
            throw new UnknownSettingsException(unknown);
        }
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.isRecord()
                && type.isAnnotationPresent(ConfigurationProperties.class)
                && ROOT.toString()
                        .equals(type.getAnnotation(ConfigurationProperties.class)
                                .prefix()
                                .split("\\.", 2)[0]);
    }

    private List<UnknownSetting> unknownProperties(KnownSettings known) {
        List<UnknownSetting> unknown = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource properties && !isEnvironment(source)) {
                properties.stream()
                        .filter(ROOT::isAncestorOf)
                        .filter(name -> !known.contains(elements(name)))
                        .forEach(name -> unknown.add(new UnknownSetting(
                                name.toString(),
                                String.valueOf(Origin.from(properties.getConfigurationProperty(name))),
                                known.like(name.toString()).orElse(null))));
            }
        });
        return unknown;
    }

    /** A variable is known by a setting's name, or because the gateway's own settings refer to it. */
    private List<UnknownSetting> unknownVariables(KnownSettings known) {
        Set<String> referred = referredVariables();
        List<UnknownSetting> unknown = new ArrayList<>();
        for (String variable : variables()) {
            if (!referred.contains(variable) && !known.containsVariable(variable)) {
                String suggestion = Spelling.nearest(variable, referred.stream())
                        .or(() -> known.variableLike(variable))
                        .orElse(null);
                unknown.add(new UnknownSetting(variable, "the environment", suggestion));
            }
        }
        return unknown;
    }

    private Set<String> variables() {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof SystemEnvironmentPropertySource variables) {
                Arrays.stream(variables.getPropertyNames())
                        .filter(name -> name.startsWith(VARIABLES)
                                && !SERVICE_LINK.matcher(name).matches())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private Set<String> referredVariables() {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> properties) {
                for (String name : properties.getPropertyNames()) {
                    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(properties.getProperty(name)));
                    while (placeholder.find()) {
                        names.add(placeholder.group(1));
                    }
                }
            }
        }
        return names;
    }

    private static boolean isEnvironment(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }

    private static List<String> elements(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .toList();
    }
}
