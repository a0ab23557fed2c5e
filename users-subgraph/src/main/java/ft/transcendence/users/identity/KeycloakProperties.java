package ft.transcendence.users.identity;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Keycloak.
 *
 * @param url its address, without a path
 * @param realm the players' realm
 * @param clientId the service account that manages users
 * @param clientSecret its secret
 * @param timeout how long an answer may take
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
