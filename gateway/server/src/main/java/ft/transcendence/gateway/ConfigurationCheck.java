package ft.transcendence.gateway;

import ft.transcendence.gateway.settings.SupergraphCheck;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.SettingsCheck;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Checks everything that a start needs, and neither listens nor connects. First it reports all that is wrong with the settings, the
 * supergraph, and the names and addresses of subgraphs. If that is nothing, it creates the application up to the point where it
 * would begin to work.
 */
final class ConfigurationCheck {
    /** What is found is printed, not logged. */
    private static final String NO_LOG = "--logging.level.root=off";

    private ConfigurationCheck() {}

    /** @return the exit status */
    static int run(SpringApplication application, PrintStream out, List<String> settings) {
        LoggingSystem.get(ConfigurationCheck.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        application.addInitializers(ConfigurationCheck::prepare);
        try {
            application
                    .run(Stream.concat(settings.stream(), Stream.of(NO_LOG)).toArray(String[]::new))
                    .close();
            throw new IllegalStateException("The check has started the gateway");
        } catch (SpringApplication.AbandonedRunException passed) {
            out.println("The settings are valid.");
            return 0;
        } catch (RuntimeException failure) {
            out.println(reasonOf(failure));
            return 1;
        }
    }

    private static void prepare(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            List<SettingProblem> problems = problems(context.getEnvironment(), beans);
            if (!problems.isEmpty()) {
                throw new WrongSettingsException(problems);
            }
        });
        ((GenericApplicationContext) context).registerBean(SmartInitializingSingleton.class, () -> () -> {
            throw new SpringApplication.AbandonedRunException();
        });
    }

    private static List<SettingProblem> problems(
            ConfigurableEnvironment environment, ConfigurableListableBeanFactory beans) {
        // a gateway alone does not use all records
        boolean allInUse = !environment.acceptsProfiles(Profiles.of("standalone"));
        List<SettingProblem> problems =
                new ArrayList<>(SettingsCheck.problems(environment, SettingsCheck.records(beans), record -> allInUse));
        problems.addAll(new SupergraphCheck(environment).problems());
        return problems;
    }

    private static String reasonOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof WrongSettingsException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
