package ft.transcendence.gateway.identity;

import ft.transcendence.federation.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verified identity of the sender of a request.
 *
 * @param engineCaller the caller as the engine's authorization sees it
 * @param subject the user's id, null for anonymous callers
 * @param authorization the {@code Authorization} header that subgraphs receive, null when there is none
 * @param expiresAt when the credentials expire, null when they do not
 * @param login the login behind the credentials; null for anonymous callers, and for those of issuers that report no logouts
 * @param headers claims that subgraphs get as headers
 */
public record CallerIdentity(
        Caller engineCaller,
        @Nullable String subject,
        @Nullable String authorization,
        @Nullable Instant expiresAt,
        @Nullable Login login,
        List<ClaimHeader> headers) {
    private static final CallerIdentity ANONYMOUS = new CallerIdentity(Caller.anonymous(), null, null, null, null);

    public CallerIdentity {
        headers = List.copyOf(headers);
    }

    /** A caller without headers of its own. */
    public CallerIdentity(
            Caller engineCaller,
            @Nullable String subject,
            @Nullable String authorization,
            @Nullable Instant expiresAt,
            @Nullable Login login) {
        this(engineCaller, subject, authorization, expiresAt, login, List.of());
    }

    /**
     * The login that an access token was issued for.
     *
     * @param session the session's id at the identity provider; null for services, which have none
     * @param issuedAt when the token was issued
     */
    public record Login(@Nullable String session, Instant issuedAt) {}

    public static CallerIdentity anonymous() {
        return ANONYMOUS;
    }

    /** An anonymous caller with an unverified {@code Authorization} header, which subgraphs may verify. */
    static CallerIdentity unverified(String authorization) {
        return new CallerIdentity(Caller.anonymous(), null, authorization, null, null);
    }

    /** The same caller with this {@code Authorization} header for subgraphs. */
    CallerIdentity withAuthorization(String header) {
        return new CallerIdentity(engineCaller, subject, header, expiresAt, login, headers);
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "CallerIdentity[" + (subject == null ? "anonymous" : subject) + "]";
    }
}
