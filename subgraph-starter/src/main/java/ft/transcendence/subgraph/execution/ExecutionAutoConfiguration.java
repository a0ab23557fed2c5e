package ft.transcendence.subgraph.execution;

import static java.util.Objects.requireNonNull;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Configures the limits for all executions. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
@EnableConfigurationProperties(ExecutionProperties.class)
class ExecutionAutoConfiguration {

    @Bean
    SharedBudget sharedBudget(ExecutionProperties limits) {
        return new SharedBudget(limits.valuesInTotal());
    }

    @Bean
    ExecutionLimits executionLimits(ExecutionProperties limits, SharedBudget sharedBudget) {
        return new ExecutionLimits(
                limits, sharedBudget, System::nanoTime, ExecutionAutoConfiguration::clientOfThisThread);
    }

    private static BooleanSupplier clientOfThisThread() {
        return RequestContext.current()
                .<BooleanSupplier>map(context -> context.client()::isDisconnected)
                .orElse(() -> false);
    }

    @Bean
    static StatementWatchdog statementWatchdog() {
        return StatementWatchdog.started();
    }

    /** Wraps data sources as soon as they are created, before other beans use them. */
    @Bean
    static BeanPostProcessor statementWatchdogInstaller(ObjectProvider<StatementWatchdog> watchdog) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new WatchedDataSource(source, watchdog.getObject()) : bean;
            }
        };
    }

    @Bean
    MeterBinder executionMetrics(SharedBudget sharedBudget) {
        return registry -> Gauge.builder("graphql.execution.room", sharedBudget, SharedBudget::available)
                .description("Values available to all executions together")
                .register(registry);
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> concurrencyLimitFilter(
            ExecutionProperties limits, @Value("${dgs.graphql.path:/graphql}") String path) {
        FilterRegistrationBean<ConcurrencyLimitFilter> registration =
                new FilterRegistrationBean<>(new ConcurrencyLimitFilter(path, limits, System::nanoTime));
        // after the check of the gateway's credential, so that only the gateway can take permits
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /**
     * Part of liveness: a subgraph whose requests all hang would otherwise answer health checks forever, and nothing
     * else.
     */
    @Bean
    HealthIndicator requestsHealthIndicator(FilterRegistrationBean<ConcurrencyLimitFilter> concurrencyLimitFilter) {
        ConcurrencyLimitFilter filter = requireNonNull(concurrencyLimitFilter.getFilter());
        return () -> filter.isStuck() ? Health.down().build() : Health.up().build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> disconnectDetection() {
        return server -> server.addEngineValves(new DisconnectDetectorValve());
    }
}
