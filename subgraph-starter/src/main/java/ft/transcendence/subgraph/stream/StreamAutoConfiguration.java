package ft.transcendence.subgraph.stream;

import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Streams are limited, and cheap to hold. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
@EnableConfigurationProperties(StreamProperties.class)
class StreamAutoConfiguration {

    @Bean
    OpenStreams openStreams(StreamProperties limits) {
        return new OpenStreams(limits);
    }

    @Bean
    StreamLimits streamLimits(OpenStreams streams) {
        return new StreamLimits(streams);
    }

    @Bean
    MeterBinder streamMetrics(OpenStreams streams) {
        return registry -> Gauge.builder("graphql.streams", streams, OpenStreams::count)
                .description("Subscriptions that are open")
                .register(registry);
    }
}
