package ft.transcendence.subgraph.execution;

import static java.util.Objects.requireNonNull;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
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
    Room executionRoom(ExecutionProperties limits) {
        return new Room(limits.valuesInTotal());
    }

    @Bean
    ExecutionLimits executionLimits(ExecutionProperties limits, Room room) {
        return new ExecutionLimits(limits, room, System::nanoTime, () -> CallerConnection.ofThisRequest()::isGone);
    }

    @Bean
    MeterBinder executionMetrics(Room room) {
        return registry -> Gauge.builder("graphql.execution.room", room, Room::free)
                .description("Values that executions may still take, of all together")
                .register(registry);
    }

    @Bean
    FilterRegistrationBean<RequestGate> requestGate(
            ExecutionProperties limits, @Value("${dgs.graphql.path:/graphql}") String path) {
        FilterRegistrationBean<RequestGate> registration =
                new FilterRegistrationBean<>(new RequestGate(path, limits, System::nanoTime));
        // behind the check of the gateway's credential: a stranger takes nobody's place
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /** Part of liveness: a subgraph whose requests all hang answers health checks for ever, and nothing else. */
    @Bean
    HealthIndicator requestsHealthIndicator(FilterRegistrationBean<RequestGate> requestGate) {
        RequestGate gate = requireNonNull(requestGate.getFilter());
        return () -> gate.isStuck() ? Health.down().build() : Health.up().build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> callerConnections() {
        return server -> server.addEngineValves(new CallerConnectionValve());
    }
}
