package ft.transcendence.platform.process.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start if a file, an argument, a system property or an environment variable has a setting that the application does not
 * know; see {@link UnknownSettings}. Values are checked by the records that they are bound to.
 */
public final class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String OURS = "ft.transcendence.";

    private ConfigurableEnvironment environment = new StandardEnvironment();

    // runs before the container can inject into constructors
    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<Class<?>> records = records(beans);
        KnownSettings known = KnownSettings.of(records);
        if (!new UnknownSettings(environment, known).find().isEmpty()) {
            throw new WrongSettingsException(problems(environment, records, record -> false));
        }
    }

    /**
     * Everything that is wrong with the settings.
     *
     * @param records the application's own, see {@link #records}
     * @param required those that are in use, so that what they require must be there
     */
    public static List<SettingProblem> problems(
            ConfigurableEnvironment environment, Collection<Class<?>> records, Predicate<Class<?>> required) {
        KnownSettings known = KnownSettings.of(records);
        List<SettingProblem> problems = new ArrayList<>(new UnknownSettings(environment, known).find());
        problems.addAll(new WrongValues(environment, known).find(records, required));
        return problems;
    }

    /** The application's own records of settings. */
    public static List<Class<?>> records(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                .<@Nullable Class<?>>map(beans::getType)
                .filter(SettingsCheck::isOurs)
                .<Class<?>>map(Objects::requireNonNull)
                .toList();
    }

    static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.isRecord()
                && type.isAnnotationPresent(ConfigurationProperties.class)
                && type.getName().startsWith(OURS);
    }
}
