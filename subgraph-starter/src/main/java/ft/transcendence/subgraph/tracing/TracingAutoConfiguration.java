package ft.transcendence.subgraph.tracing;

import ft.transcendence.platform.tracing.SpanExport;
import ft.transcendence.platform.tracing.Spans;
import java.net.URI;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Configures traces: nothing is wrapped, and no filter registered, unless there is an endpoint for them. */
@AutoConfiguration
@EnableConfigurationProperties(TracingProperties.class)
class TracingAutoConfiguration {

    @Bean
    Tracing tracing(TracingProperties properties, @Value("${spring.application.name}") String application) {
        if (!properties.isOn()) {
            return Tracing.OFF;
        }
        return new Tracing(Spans.exported(
                application,
                properties.sampling(),
                new SpanExport(URI.create(properties.endpoint()), properties.exportEvery(), properties.maxWaiting())));
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(
            Tracing tracing, @Value("${dgs.graphql.path:/graphql}") String path) {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter(tracing, path));
        registration.setEnabled(tracing.isOn());
        // after the check of the gateway's credential, and before requests wait for their turn
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    /** Wraps data sources as soon as they are created, before other beans use them. */
    @Bean
    static BeanPostProcessor statementTracing(ObjectProvider<Tracing> tracing, Environment environment) {
        boolean isOn = !environment.getProperty("subgraph.tracing.endpoint", "").isEmpty();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return isOn && bean instanceof DataSource source
                        ? new TracedDataSource(source, tracing.getObject())
                        : bean;
            }
        };
    }
}
