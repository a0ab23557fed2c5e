package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.merge.AccessRuleLiterals;
import ft.transcendence.composition.merge.Conjunction;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.KnownDirective;
import java.util.ArrayList;
import java.util.List;

/**
 * What an element demands of a caller. Scopes and policies are in disjunctive normal form; empty ones demand nothing.
 */
record AccessRules(boolean authenticated, List<List<String>> scopes, List<List<String>> policies) {

    static AccessRules of(Element element) {
        return new AccessRules(
                element.has(KnownDirective.AUTHENTICATED),
                names(element, KnownDirective.REQUIRES_SCOPES, "scopes"),
                names(element, KnownDirective.POLICY, "policies"));
    }

    private static List<List<String>> names(Element element, KnownDirective directive, String argument) {
        return element.use(directive)
                .flatMap(use -> use.argument(argument))
                .map(AccessRuleLiterals::read)
                .orElse(List.of());
    }

    AccessRules and(AccessRules other) {
        return new AccessRules(
                authenticated || other.authenticated, both(scopes, other.scopes), both(policies, other.policies));
    }

    private static List<List<String>> both(List<List<String>> one, List<List<String>> other) {
        List<List<List<String>>> rules = new ArrayList<>(List.of(one, other));
        rules.removeIf(List::isEmpty);
        return rules.isEmpty() ? List.of() : Conjunction.of(rules);
    }

    /** Whether every caller who meets these rules meets the others too. */
    boolean imply(AccessRules others) {
        return (authenticated || !others.authenticated)
                && Conjunction.implies(scopes, others.scopes)
                && Conjunction.implies(policies, others.policies);
    }
}
