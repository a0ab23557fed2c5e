package ft.transcendence.subgraph.execution;

import static java.util.Objects.requireNonNull;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
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

/** Every execution is limited. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
@EnableConfigurationProperties(ExecutionProperties.class)
class ExecutionAutoConfiguration {

    @Bean
    SharedBudget sharedBudget(ExecutionProperties limits) {
        return new SharedBudget(limits.valuesInTotal());
    }

    @Bean
    ExecutionLimits executionLimits(ExecutionProperties limits, SharedBudget sharedBudget) {
        return new ExecutionLimits(limits, sharedBudget, System::nanoTime, ExecutionAutoConfiguration::clientOfThisThread);
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

    /** Before anything else has the data source, which is early. */
    @Bean
    static BeanPostProcessor statementWatchdogInstaller(ObjectProvider<StatementWatchdog> watchdog) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .listener(watchdog.getObject())
                                .build()
                        : bean;
            }
        };
    }

    @Bean
    MeterBinder executionMetrics(SharedBudget sharedBudget) {
        return registry -> Gauge.builder("graphql.execution.room", sharedBudget, SharedBudget::available)
                .description("Values that executions may still take, of all together")
                .register(registry);
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> concurrencyLimitFilter(
            ExecutionProperties limits, @Value("${dgs.graphql.path:/graphql}") String path) {
        FilterRegistrationBean<ConcurrencyLimitFilter> registration =
                new FilterRegistrationBean<>(new ConcurrencyLimitFilter(path, limits, System::nanoTime));
        // behind the check of the gateway's credential: a stranger takes nobody's place
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /** Part of liveness: a subgraph whose requests all hang answers health checks for ever, and nothing else. */
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
