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

/** A field of an interface is never external: objects have values, interfaces do not. */
final class ExternalInterfaceFields implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.EXTERNAL);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() != TypeKind.INTERFACE) {
                continue;
            }
            for (Field field : type.fields().values()) {
                if (facts.isExternal(field)) {
                    findings.error(
                            ErrorCode.EXTERNAL_ON_INTERFACE,
                            "[" + subgraph.name() + "] \"" + field.coordinate()
                                    + "\" is @external, which a field of an interface cannot be",
                            field.places());
                }
            }
        }
    }
}
