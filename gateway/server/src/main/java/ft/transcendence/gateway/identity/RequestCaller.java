package ft.transcendence.gateway.identity;

import ft.transcendence.federation.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as the gateway verified it.
 *
 * @param caller what the engine's authorization needs
 * @param subject the user's id, null for anonymous callers
 * @param authorization the {@code Authorization} header that tells subgraphs the same, null when there is none
 * @param expiresAt when the proof of identity ends, null when it does not
 */
public record RequestCaller(
        Caller caller,
        @Nullable String subject,
        @Nullable String authorization,
        @Nullable Instant expiresAt) {
    private static final RequestCaller ANONYMOUS = new RequestCaller(Caller.anonymous(), null, null, null);

    public static RequestCaller anonymous() {
        return ANONYMOUS;
    }

    /** An anonymous caller whose unverified {@code Authorization} header is for the subgraphs to judge. */
    static RequestCaller unverified(String authorization) {
        return new RequestCaller(Caller.anonymous(), null, authorization, null);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "RequestCaller[" + (subject == null ? "anonymous" : subject) + "]";
    }
}
