package ft.transcendence.platform.process.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/**
 * Stops the start if a file, an argument, a system property or an environment variable has a setting of ours that the application does not
 * know. Ours are all settings with the prefix of one of its {@link ConfigurationProperties}, such as {@code gateway}, and variables that
 * start with {@code GATEWAY_}.
 */
public final class UnknownSettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String OURS = "ft.transcendence.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

    /** Tells a gateway where a subgraph is. Where both share an environment, it has the prefix of the subgraphs' own settings. */
    private static final Pattern ADDRESS_OF_A_SUBGRAPH = Pattern.compile("SUBGRAPH_.+_URL");

    /** Variables that Kubernetes sets in every container for services whose names start like our settings. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_SERVICE_(HOST|PORT(_.+)?)|.*_PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private ConfigurableEnvironment environment = new StandardEnvironment();

    // runs before the container can inject into constructors
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
                && type.getName().startsWith(OURS);
    }

    private List<UnknownSetting> unknownProperties(KnownSettings known) {
        List<UnknownSetting> unknown = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource properties && !isEnvironment(source)) {
                properties.stream()
                        .filter(name -> name.getNumberOfElements() > 1
                                && known.roots().contains(name.getElement(0, Form.UNIFORM)))
                        .filter(name -> !known.contains(elements(name)))
                        .forEach(name -> unknown.add(new UnknownSetting(
                                name.toString(),
                                String.valueOf(Origin.from(properties.getConfigurationProperty(name))),
                                known.like(name.toString()).orElse(null))));
            }
        });
        return unknown;
    }

    /** A variable is known if it is the name of a setting, or if the application's own settings refer to it. */
    private List<UnknownSetting> unknownVariables(KnownSettings known) {
        Set<String> referred = referredVariables();
        List<UnknownSetting> unknown = new ArrayList<>();
        for (String variable : variables(known.roots())) {
            if (!referred.contains(variable) && !known.containsVariable(variable)) {
                String suggestion = Spelling.nearest(variable, referred.stream())
                        .or(() -> known.variableLike(variable))
                        .orElse(null);
                unknown.add(new UnknownSetting(variable, "the environment", suggestion));
            }
        }
        return unknown;
    }

    private Set<String> variables(Set<String> roots) {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof SystemEnvironmentPropertySource variables) {
                Arrays.stream(variables.getPropertyNames())
                        .filter(name -> roots.contains(root(name)))
                        .filter(name -> !SERVICE_LINK.matcher(name).matches()
                                && !ADDRESS_OF_A_SUBGRAPH.matcher(name).matches())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static String root(String variable) {
        int end = variable.indexOf('_');
        return end < 0 ? "" : variable.substring(0, end).toLowerCase(Locale.ROOT);
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
