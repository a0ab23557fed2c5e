package ft.transcendence.users.identity;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to connect to Keycloak.
 *
 * @param url the base URL, without a path
 * @param realm the realm that contains the players
 * @param clientId the service account that manages users
 * @param clientSecret the secret of the service account
 * @param timeout the connect and read timeout of a request
 */
@Validated
@ConfigurationProperties(prefix = "users.keycloak", ignoreUnknownFields = false)
public record KeycloakProperties(
        @NotBlank String url,
        @DefaultValue("transcendence") @NotBlank String realm,
        @DefaultValue("users-subgraph") @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration timeout) {

    @Override
    public String toString() {
        return "KeycloakProperties[url=" + url + ", realm=" + realm + ", clientId=" + clientId + "]";
    }
}
