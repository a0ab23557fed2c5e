package ft.transcendence.gateway.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Login of browsers.
 *
 * @param clientId the gateway's client at the identity provider
 * @param clientSecret secret of that client; required
 * @param landingPage path of this origin to which players return after login and logout
 * @param refreshAhead how long before its expiry a token is refreshed
 * @param completeWithin how long a login may take, at the identity provider and on the way there and back
 * @param stateKey secret that encrypts pending logins; when empty, each process makes one of its own and pending logins do not
 *     survive a restart. Gateways that share players need the same one
 * @param sessionsPerPlayer sessions of one player; a further login ends the least recently used one
 * @param limits limits on logins and logouts from one address
 * @param providerTimeout how long the gateway waits for the identity provider to connect and to respond
 */
@Validated
@ConfigurationProperties(prefix = "gateway.login", ignoreUnknownFields = false)
record LoginProperties(
        @DefaultValue("gateway") @NotBlank String clientId,

        @NotBlank(message = "must be set: OIDC_CLIENT_SECRET is the secret of the identity provider's client `gateway`") String clientSecret,

        @DefaultValue("/") String landingPage,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration refreshAhead,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration completeWithin,
        @DefaultValue("") String stateKey,
        @DefaultValue("10") @Positive int sessionsPerPlayer,
        @DefaultValue Limits limits,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration providerTimeout) {
    private static final int SHORTEST_KEY = 32;

    /**
     * Limits for one network address: an IPv4 address, or the /64 prefix of an IPv6 address.
     *
     * @param perSecond sustained logins and logouts per second
     * @param burst logins and logouts at once; a school full of players may share an address
     * @param refusedLogoutTokens invalid logout tokens, after which further ones are ignored for a while
     * @param addresses addresses tracked at a time; the least active are forgotten first
     */
    record Limits(
            @DefaultValue("10") @Positive int perSecond,
            @DefaultValue("300") @Positive int burst,
            @DefaultValue("100") @Positive int refusedLogoutTokens,
            @DefaultValue("10000") @Positive int addresses) {}

    LoginProperties {
        if (!stateKey.isEmpty() && stateKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("GATEWAY_LOGIN_STATE_KEY must have at least " + SHORTEST_KEY
                    + " characters; make one with `openssl rand -hex 32`");
        }
        if (!landingPage.startsWith("/") || landingPage.startsWith("//")) {
            throw new IllegalArgumentException("gateway.login.landing-page must be a path of this origin, such as /");
        }
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "LoginProperties[" + clientId + "]";
    }
}
