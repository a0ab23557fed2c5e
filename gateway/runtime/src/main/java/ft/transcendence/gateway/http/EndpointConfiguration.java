package ft.transcendence.gateway.http;

import ft.transcendence.gateway.network.PublicAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The GraphQL endpoint: HTTP, server-sent events and WebSockets, with their limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    BatchProperties.class,
    CorsProperties.class,
    GraphQLHttpProperties.class,
    PublicAddress.class,
    RateLimitProperties.class,
    ShutdownProperties.class,
    StreamProperties.class
})
@Import({
    AllowedOrigins.class,
    Batches.class,
    CallerLifetime.class,
    CanonicalPathRoute.class,
    ConnectionDrain.class,
    CrossOriginAccess.class,
    EndpointProtections.class,
    FlushTogether.class,
    GraphQLEndpoint.class,
    GraphQLRoute.class,
    GuardedPaths.class,
    IncrementalWriter.class,
    OpenWebSockets.class,
    OperationRateLimits.class,
    OperationReader.class,
    RateLimiter.class,
    ReloadableHttpSettings.class,
    RequestBodies.class,
    RequestContexts.class,
    RequestMemory.class,
    SingleConnectionEndpoint.class,
    SingleConnections.class,
    SlowClientTimeouts.class,
    StreamAdmission.class,
    StreamLimiter.class,
    StreamShutdown.class,
    StreamWriter.class,
    WebSocketEndpoint.class,
    WebSocketMessage.Codec.class
})
public class EndpointConfiguration {}
