package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** A type with contextual arguments has a resolvable key: the gateway enters the subgraph again to pass them. */
final class ContextKeys implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.FROM_CONTEXT);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        ContextualArgument.visit(subgraph, argument -> {
            NamedType type = argument.field().parent();
            if (argument.isOnObject() && argument.selection().isPresent() && !hasResolvableKey(type)) {
                argument.error(
                        findings,
                        ErrorCode.CONTEXT_NO_RESOLVABLE_KEY,
                        "the type \"" + type.name() + "\" has no resolvable key");
            }
        });
    }

    private static boolean hasResolvableKey(NamedType type) {
        return type.uses(KnownDirective.KEY).anyMatch(DirectiveUse::isResolvable);
    }
}
