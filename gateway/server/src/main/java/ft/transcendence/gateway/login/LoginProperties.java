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
 * @param clientSecret its secret
 * @param landingPage where a player goes after login and logout, a path of this origin
 * @param refreshAhead a token this close to its end is renewed before it is used
 * @param completeWithin how long a login may take, at the identity provider and on the way there and back
 * @param stateKey secret that logins under way are encrypted with; empty for one of this process's own, so that logins do not
 *     survive its restart. Gateways that share their players share it
 * @param sessionsPerPlayer sessions of one player; one more login ends the one that was longest out of use
 * @param limits how often one address may ask for logins and logouts
 * @param providerTimeout how long the gateway waits for the identity provider to connect, and to answer
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
     * Requests of one network address: an IPv4 address, or the 64 bits of IPv6 that one subscriber has.
     *
     * @param perSecond logins and logouts a second in the long run
     * @param burst logins and logouts at once; a school full of players may share an address
     * @param refusedLogoutTokens tokens that do not prove to be the identity provider's, until nothing more is looked at for a while
     * @param addresses how many addresses are watched at the same time; the least active are forgotten first
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
            throw new IllegalArgumentException("gateway.login.landing-page must be a path of this origin");
        }
    }

    /** Never shows the secrets. */
    @Override
    public String toString() {
        return "LoginProperties[" + clientId + "]";
    }
}
