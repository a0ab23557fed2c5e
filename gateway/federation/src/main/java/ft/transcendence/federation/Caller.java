package ft.transcendence.federation;

import java.util.HashSet;
import java.util.Set;

/**
 * Who sent the request, reduced to what {@code @authenticated}, {@code @requiresScopes} and {@code @policy} check.
 *
 * @param authenticated whether the caller's identity was verified
 * @param scopes the scopes granted to the caller
 * @param policies the policies that the host evaluated to true for the caller
 */
public record Caller(boolean authenticated, Set<String> scopes, Set<String> policies) {

    private static final Caller ANONYMOUS = new Caller(false, Set.of(), Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
        policies = Set.copyOf(policies);
    }

    /** A caller whose identity is unknown. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** This caller with further policies. */
    public Caller withPolicies(Set<String> more) {
        if (policies.containsAll(more)) {
            return this;
        }
        Set<String> all = new HashSet<>(policies);
        all.addAll(more);
        return new Caller(authenticated, scopes, all);
    }

    /** A verified caller with these scopes and no policies. */
    public static Caller authenticated(Set<String> scopes) {
        return new Caller(true, scopes, Set.of());
    }
}
