package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.EnumSet;
import java.util.Set;

/** Interfaces, their fields and interface objects have no access rules of their own: they take those of the objects behind them. */
final class AccessRulesOnInterfaces implements SubgraphRule {
    private static final Set<KnownDirective> ACCESS_RULES =
            EnumSet.of(KnownDirective.AUTHENTICATED, KnownDirective.REQUIRES_SCOPES, KnownDirective.POLICY);

    @Override
    public Set<KnownDirective> directives() {
        return ACCESS_RULES;
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() == TypeKind.INTERFACE) {
                check(subgraph, type, "an interface", findings);
                for (Field field : type.fields().values()) {
                    check(subgraph, field, "a field of an interface", findings);
                }
            } else if (SubgraphFacts.isInterfaceObject(type)) {
                check(subgraph, type, "an interface object", findings);
            }
        }
    }

    private static void check(Subgraph subgraph, Element element, String kind, Findings findings) {
        for (KnownDirective rule : ACCESS_RULES) {
            FederationUses.of(subgraph, element, rule)
                    .forEach(use -> findings.error(
                            ErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
                            "[" + subgraph.name() + "] \"" + element.coordinate() + "\" has " + rule + ", which " + kind
                                    + " cannot have",
                            use.place()));
        }
    }
}
