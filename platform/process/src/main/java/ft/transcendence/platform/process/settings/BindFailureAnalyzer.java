package ft.transcendence.platform.process.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Reports every wrong setting when a start has failed for one of them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BindFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> {
    private final @Nullable BeanFactory beans;
    private final @Nullable Environment environment;

    BindFailureAnalyzer(@Nullable BeanFactory beans, @Nullable Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ConfigurationPropertiesBindException cause) {
        if (!(beans instanceof ConfigurableListableBeanFactory factory)
                || !(environment instanceof ConfigurableEnvironment settings)) {
            return null;
        }
        List<SettingProblem> problems = new ArrayList<>();
        if (!SettingsCheck.isOurs(cause.getBeanType()) && cause.getCause() instanceof BindException failure) {
            problems.add(WrongValues.conversionProblem(failure, null));
        }
        problems.addAll(SettingsCheck.problems(settings, SettingsCheck.records(factory), cause.getBeanType()::equals));
        return problems.isEmpty()
                ? null
                : new FailureAnalysis(
                        WrongSettingsException.textOf(problems), WrongSettingsFailureAnalyzer.REMEDY, cause);
    }
}
