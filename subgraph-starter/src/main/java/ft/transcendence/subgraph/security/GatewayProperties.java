package ft.transcendence.subgraph.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for the authentication of the gateway.
 *
 * @param credential the shared secret, at least 32 characters
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.gateway", ignoreUnknownFields = false)
record GatewayProperties(@NotNull @Size(min = 32) String credential) {

    @Override
    public String toString() {
        return "GatewayProperties[credential=***]";
    }
}
