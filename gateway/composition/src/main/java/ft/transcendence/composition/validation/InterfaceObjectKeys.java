package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** An {@code @interfaceObject} is an entity. */
final class InterfaceObjectKeys implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.INTERFACE_OBJECT);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (SubgraphFacts.isInterfaceObject(type) && !type.has(KnownDirective.KEY)) {
                findings.error(
                        ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                        "[" + subgraph.name() + "] \"" + type.name() + "\" is an @interfaceObject without a @key",
                        type.places());
            }
        }
    }
}
