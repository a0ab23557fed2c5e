package ft.transcendence.gateway.starter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway in an application of another team.
 *
 * @param enabled whether there is a gateway; without one, the application needs no supergraph
 */
@ConfigurationProperties(prefix = "gateway")
record StarterProperties(@DefaultValue("true") boolean enabled) {}
