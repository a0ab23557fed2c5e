package ft.transcendence.gateway.identity;

import ft.transcendence.federation.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Callers as the gateway knows them after it has verified a token. */
public final class TestCallers {
    private TestCallers() {}

    public static CallerIdentity withAuthorization(String authorization) {
        return CallerIdentity.anonymous().withAuthorization(authorization);
    }

    public static CallerIdentity withHeaders(ClaimHeader... headers) {
        return new CallerIdentity(
                Caller.authenticated(Set.of()), "partners:ada", null, Instant.MAX, null, List.of(headers));
    }
}
