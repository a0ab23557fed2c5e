package ft.transcendence.federation;

import java.util.Set;

/**
 * Who asks, as far as {@code @authenticated}, {@code @requiresScopes} and {@code @policy} need to know.
 *
 * @param authenticated whether the caller's identity was verified
 * @param scopes the scopes granted to the caller
 * @param policies the names of the policies the host evaluated to true for this caller
 */
public record Caller(boolean authenticated, Set<String> scopes, Set<String> policies) {

    private static final Caller ANONYMOUS = new Caller(false, Set.of(), Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
        policies = Set.copyOf(policies);
    }

    /** A caller nobody vouches for. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** A verified caller with these scopes and no policies. */
    public static Caller authenticated(Set<String> scopes) {
        return new Caller(true, scopes, Set.of());
    }
}
