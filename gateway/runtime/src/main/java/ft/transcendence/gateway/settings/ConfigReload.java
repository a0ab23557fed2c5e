package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.reload.Reloadable;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.SettingsCheck;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Puts a changed configuration file into effect: all of it is checked by the rules of a start before any of it is used. What needs a
 * restart is only named in the log.
 */
@Component
final class ConfigReload {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigReload.class);

    private final ConfigurableEnvironment environment;
    private final ConfigurableListableBeanFactory beans;
    private final CurrentEngine engine;
    private final Collection<Reloadable<?>> reloadables;
    private final LoggingSystem loggers;

    ConfigReload(
            ConfigurableEnvironment environment,
            ConfigurableListableBeanFactory beans,
            CurrentEngine engine,
            List<Reloadable<?>> reloadables) {
        this.environment = environment;
        this.beans = beans;
        this.engine = engine;
        this.reloadables = reloadables;
        this.loggers = LoggingSystem.get(ConfigReload.class.getClassLoader());
    }

    /**
     * Uses the settings of the file that is read now.
     *
     * @return whether any of them is another one than before
     * @throws WrongSettingsException if they cannot be used, in which case nothing has changed
     */
    boolean use(EnumerablePropertySource<?> file) {
        SortedSet<String> written = differences(current(), file);
        if (written.isEmpty()) {
            return false;
        }
        ConfigurableEnvironment next = with(file);
        refuseWrong(next);
        Binder settings = Binder.get(next);
        LogLevels levels = levelsOf(settings);
        LogLevels earlierLevels = LogLevels.of(Binder.get(environment));
        List<String> effective = written.stream()
                .filter(name -> !Objects.equals(environment.getProperty(name), next.getProperty(name)))
                .toList();
        List<Runnable> changes = reloadables.stream()
                .map(each -> each.changeTo(settings))
                .flatMap(Optional::stream)
                .toList();

        environment.getPropertySources().replace(ConfigFileSource.NAME, file);
        changes.forEach(Runnable::run);
        levels.replace(earlierLevels, loggers);
        report(effective);
        return true;
    }

    private EnumerablePropertySource<?> current() {
        return (EnumerablePropertySource<?>)
                Objects.requireNonNull(environment.getPropertySources().get(ConfigFileSource.NAME));
    }

    private static SortedSet<String> differences(EnumerablePropertySource<?> before, EnumerablePropertySource<?> now) {
        SortedSet<String> names = new TreeSet<>();
        Stream.concat(Arrays.stream(before.getPropertyNames()), Arrays.stream(now.getPropertyNames()))
                .filter(name -> !Objects.equals(before.getProperty(name), now.getProperty(name)))
                .forEach(names::add);
        return names;
    }

    /** The same settings, with another file. */
    private ConfigurableEnvironment with(EnumerablePropertySource<?> file) {
        StandardEnvironment next = new StandardEnvironment();
        next.getPropertySources().stream()
                .map(PropertySource::getName)
                .toList()
                .forEach(next.getPropertySources()::remove);
        environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .map(source -> source.getName().equals(ConfigFileSource.NAME) ? file : source)
                .forEach(next.getPropertySources()::addLast);
        next.setActiveProfiles(environment.getActiveProfiles());
        ConfigurationPropertySources.attach(next);
        return next;
    }

    private void refuseWrong(ConfigurableEnvironment next) {
        List<SettingProblem> problems =
                new ArrayList<>(SettingsCheck.problems(next, SettingsCheck.records(beans), record -> false));
        Set<String> subgraphs = engine.get().subgraphs().keySet();
        problems.addAll(SubgraphNamesCheck.problems(subgraphs, SubgraphNamesCheck.namedIn(next), next));
        problems.addAll(new SubgraphAddressCheck(next).configured(subgraphs));
        if (!problems.isEmpty()) {
            throw new WrongSettingsException(problems);
        }
    }

    private static LogLevels levelsOf(Binder settings) {
        try {
            return LogLevels.of(settings);
        } catch (BindException e) {
            String name = e.getProperty() == null
                    ? LogLevels.PREFIX
                    : e.getProperty().getName().toString();
            throw new WrongSettingsException(List.of(SettingProblem.wrong(
                    name,
                    e.getProperty() == null ? null : e.getProperty().getValue(),
                    ConfigFileSource.NAME,
                    "must be one of trace, debug, info, warn, error, fatal, off")));
        }
    }

    private void report(List<String> effective) {
        List<String> waiting = effective.stream()
                .filter(name -> !name.startsWith(LogLevels.PREFIX)
                        && reloadables.stream().noneMatch(each -> each.covers(name)))
                .toList();
        List<String> used =
                effective.stream().filter(name -> !waiting.contains(name)).toList();
        LOG.info(
                "Reloaded the configuration file; in effect: {}", used.isEmpty() ? "nothing" : String.join(", ", used));
        if (!waiting.isEmpty()) {
            LOG.warn("Changed settings that need a restart: {}", String.join(", ", waiting));
        }
    }
}
