package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.SelectionResolver;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** A {@code @provides} stands on a field that the subgraph resolves and whose type has fields. Tells of the first that does not. */
final class ProvidesTargets implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.PROVIDES);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                if (field.has(KnownDirective.PROVIDES) && isInvalid(subgraph, facts, field, findings)) {
                    return;
                }
            }
        }
    }

    private static boolean isInvalid(Subgraph subgraph, SubgraphFacts facts, Field field, Findings findings) {
        if (facts.isExternal(field)) {
            findings.error(
                    ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    "[" + subgraph.name() + "] \"" + field.coordinate()
                            + "\" is @external, so that the subgraph can provide nothing of it",
                    field.places());
            return true;
        }
        if (!SelectionResolver.isComposite(subgraph.schema(), field.type().namedType())) {
            findings.error(
                    ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD,
                    "[" + subgraph.name() + "] \"" + field.coordinate() + "\" has @provides, but its type \""
                            + field.type() + "\" has no fields",
                    field.places());
            return true;
        }
        return false;
    }
}
