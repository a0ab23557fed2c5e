package ft.transcendence.federation.authorization;

import ft.transcendence.federation.Caller;
import java.util.List;
import java.util.Set;

/** What a type or field requires of the caller. */
sealed interface Requirement {

    boolean isMetBy(Caller caller);

    /** {@code @authenticated}. */
    record Authenticated() implements Requirement {
        @Override
        public boolean isMetBy(Caller caller) {
            return caller.authenticated();
        }
    }

    /** {@code @requiresScopes}: all scopes of one of the alternatives. */
    record Scopes(List<Set<String>> alternatives) implements Requirement {
        @Override
        public boolean isMetBy(Caller caller) {
            return alternatives.stream().anyMatch(caller.scopes()::containsAll);
        }
    }

    /** {@code @policy}: all policies of one of the alternatives. */
    record Policies(List<Set<String>> alternatives) implements Requirement {
        @Override
        public boolean isMetBy(Caller caller) {
            return alternatives.stream().anyMatch(caller.policies()::containsAll);
        }
    }
}
