package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Set;

/** {@code @cost} does not stand on fields of interfaces: what they cost depends on the object. */
final class CostUses implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.COST);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() != TypeKind.INTERFACE) {
                continue;
            }
            for (Field field : type.fields().values()) {
                FederationUses.of(subgraph, field, KnownDirective.COST)
                        .forEach(use -> findings.error(
                                ErrorCode.COST_APPLIED_TO_INTERFACE_FIELD,
                                "[" + subgraph.name() + "] \"" + field.coordinate()
                                        + "\" has @cost, which a field of an interface cannot have",
                                use.place()));
            }
        }
    }
}
