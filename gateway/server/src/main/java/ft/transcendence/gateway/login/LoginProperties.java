package ft.transcendence.gateway.login;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Login of browsers.
 *
 * @param clientId the gateway's client at the identity provider
 * @param clientSecret its secret
 * @param landingPage where a player goes after login and logout, a path of this origin
 * @param refreshAhead a token this close to its end is renewed before it is used
 * @param providerTimeout how long the gateway waits for the identity provider to connect, and to answer
 */
@Validated
@ConfigurationProperties(prefix = "gateway.login", ignoreUnknownFields = false)
record LoginProperties(
        @DefaultValue("gateway") @NotBlank String clientId,

        @NotBlank(message = "must be set: OIDC_CLIENT_SECRET is the secret of the identity provider's client `gateway`") String clientSecret,

        @DefaultValue("/") String landingPage,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration refreshAhead,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration providerTimeout) {
    LoginProperties {
        if (!landingPage.startsWith("/") || landingPage.startsWith("//")) {
            throw new IllegalArgumentException("gateway.login.landing-page must be a path of this origin");
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "LoginProperties[" + clientId + "]";
    }
}
