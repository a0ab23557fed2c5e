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
 * Stops the start when a setting of ours in a file, an argument or a system property, or a variable of the environment, is none that the
 * application reads. Ours are all that begin as one of its {@link ConfigurationProperties} does: below {@code gateway}, say, and
 * variables beginning with {@code GATEWAY_}.
 */
public final class UnknownSettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String OURS = "ft.transcendence.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

    /** By which a gateway is told where a subgraph is: in an environment for both it begins as subgraphs' own settings do. */
    private static final Pattern ADDRESS_OF_A_SUBGRAPH = Pattern.compile("SUBGRAPH_.+_URL");

    /** What Kubernetes tells every container of services whose names begin as our settings do. */
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

    /** A variable is known by a setting's name, or because the application's own settings refer to it. */
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
