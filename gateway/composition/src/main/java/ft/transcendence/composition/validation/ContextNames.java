package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** The name of a context is a letter followed by letters and digits: the supergraph joins it to the subgraph's name with underscores. */
final class ContextNames implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.CONTEXT);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            type.uses(KnownDirective.CONTEXT).forEach(use -> check(subgraph, type, use, findings));
        }
    }

    private static void check(Subgraph subgraph, NamedType type, DirectiveUse use, Findings findings) {
        String name = use.text("name").orElse("");
        if (!isValid(name)) {
            findings.error(
                    ErrorCode.CONTEXT_NAME_INVALID,
                    "[" + subgraph.name() + "] \"" + type.name() + "\" sets the context \"" + name
                            + "\", which is not a letter followed by letters and digits",
                    use.place());
        }
    }

    private static boolean isValid(String name) {
        if (name.isEmpty() || !isLetter(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(character -> isLetter(character) || character >= '0' && character <= '9');
    }

    private static boolean isLetter(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
