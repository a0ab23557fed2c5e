package ft.transcendence.gateway.runtime;

import ft.transcendence.gateway.cache.CacheConfiguration;
import ft.transcendence.gateway.document.DocumentConfiguration;
import ft.transcendence.gateway.explorer.ExplorerConfiguration;
import ft.transcendence.gateway.extensions.ExtensionConfiguration;
import ft.transcendence.gateway.extensions.ExtensionImports;
import ft.transcendence.gateway.http.EndpointConfiguration;
import ft.transcendence.gateway.identity.IdentityConfiguration;
import ft.transcendence.gateway.observation.ObservationConfiguration;
import ft.transcendence.gateway.operation.OperationConfiguration;
import ft.transcendence.gateway.ratelimit.RateLimitConfiguration;
import ft.transcendence.gateway.settings.SettingsConfiguration;
import ft.transcendence.gateway.sharedstate.SharedStateConfiguration;
import ft.transcendence.gateway.subgraph.SubgraphConfiguration;
import ft.transcendence.gateway.supergraph.SupergraphConfiguration;
import ft.transcendence.gateway.tracing.TracingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All that serves operations of a supergraph. An application that imports it adds a {@link java.time.Clock}, and says how callers are
 * known: it has a {@link ft.transcendence.gateway.identity.CallerResolver}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    CacheConfiguration.class,
    DocumentConfiguration.class,
    EndpointConfiguration.class,
    ExplorerConfiguration.class,
    ExtensionConfiguration.class,
    ExtensionImports.class,
    IdentityConfiguration.class,
    ObservationConfiguration.class,
    OperationConfiguration.class,
    RateLimitConfiguration.class,
    SettingsConfiguration.class,
    SharedStateConfiguration.class,
    SubgraphConfiguration.class,
    SupergraphConfiguration.class,
    TracingConfiguration.class
})
public class GatewayRuntime {}
