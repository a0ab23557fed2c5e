package ft.transcendence.subgraph.stream;

import com.netflix.graphql.dgs.internal.DgsDataLoaderProvider;
import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import tools.jackson.databind.json.JsonMapper;

/** Configures limits for streams and their handling with little memory. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
@EnableConfigurationProperties(StreamProperties.class)
class StreamAutoConfiguration {

    /**
     * The size of Tomcat's read and write buffers, which every open connection has. With the default of 8 KB, requests
     * would need one or two reads less, but streams more memory.
     */
    private static final String SOCKET_BUFFER = "2048";

    @Bean
    StreamLimiter streamLimiter(StreamProperties limits) {
        return new StreamLimiter(limits);
    }

    @Bean
    OpenStreams openStreams() {
        return new OpenStreams();
    }

    @Bean
    StreamInstrumentation streamInstrumentation(
            StreamLimiter streams, OpenStreams open, DgsDataLoaderProvider loaders) {
        return new StreamInstrumentation(streams, open, new PerEventDataLoaders(loaders));
    }

    @Bean
    EventStreamRegistry eventStreamRegistry(StreamProperties limits, JsonMapper json) {
        return new EventStreamRegistry(limits, json);
    }

    @Bean
    GraphQlSseHandler eventStreamHandler(WebGraphQlHandler engine, EventStreamRegistry streams, JsonMapper json) {
        return new EventStreamHandler(engine, streams, json);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallSocketBuffers() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER);
            connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER);
        });
    }

    @Bean
    MeterBinder streamMetrics(StreamLimiter streams) {
        return registry -> Gauge.builder("graphql.streams", streams, StreamLimiter::count)
                .description("Open subscriptions")
                .register(registry);
    }
}
