package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** Each external field is there for something: a key, a requirement, a provided selection, a context or an interface. */
final class UnusedExternals implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.EXTERNAL);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                if (facts.isExternal(field) && !facts.isUsed(field)) {
                    findings.error(
                            ErrorCode.EXTERNAL_UNUSED,
                            "[" + subgraph.name() + "] \"" + field.coordinate()
                                    + "\" is @external, but nothing in the subgraph uses it",
                            field.places());
                }
            }
        }
    }
}
