package ft.transcendence.gateway.identity;

import ft.transcendence.federation.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as the gateway verified it.
 *
 * @param engineCaller what the engine's authorization needs
 * @param subject the user's id, null for anonymous callers
 * @param authorization the {@code Authorization} header that tells subgraphs the same, null when there is none
 * @param expiresAt when the proof of identity ends, null when it does not
 * @param login the login that the proof of identity comes from, null for anonymous callers
 */
public record CallerIdentity(
        Caller engineCaller,
        @Nullable String subject,
        @Nullable String authorization,
        @Nullable Instant expiresAt,
        @Nullable Login login) {
    private static final CallerIdentity ANONYMOUS = new CallerIdentity(Caller.anonymous(), null, null, null, null);

    /**
     * What an access token tells of the login it was issued for.
     *
     * @param session the identity provider's id of the session; null for services, which have none
     * @param issuedAt when the token was issued
     */
    public record Login(@Nullable String session, Instant issuedAt) {}

    public static CallerIdentity anonymous() {
        return ANONYMOUS;
    }

    /** An anonymous caller whose unverified {@code Authorization} header is for the subgraphs to judge. */
    static CallerIdentity unverified(String authorization) {
        return new CallerIdentity(Caller.anonymous(), null, authorization, null, null);
    }

    /** The same caller, told to subgraphs by this header. */
    CallerIdentity withAuthorization(String header) {
        return new CallerIdentity(engineCaller, subject, header, expiresAt, login);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "CallerIdentity[" + (subject == null ? "anonymous" : subject) + "]";
    }
}
