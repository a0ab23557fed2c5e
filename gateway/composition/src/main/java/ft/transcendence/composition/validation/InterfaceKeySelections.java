package ft.transcendence.composition.validation;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of an interface, and those of its implementations that they are compared with, select fields that exist. */
final class InterfaceKeySelections implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.KEY);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() == TypeKind.INTERFACE && check(type, subgraph, facts, findings)) {
                return;
            }
        }
    }

    /** Whether there was a mistake. */
    private static boolean check(NamedType interfaceType, Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (DirectiveUse key : keys(interfaceType)) {
            Optional<String> fields = InterfaceKeys.sorted(facts, interfaceType, key);
            if (fields.isEmpty()) {
                report(interfaceType, key, subgraph, facts, findings);
                return true;
            }
            for (NamedType type : facts.implementations(interfaceType)) {
                for (DirectiveUse candidate : keys(type)) {
                    Optional<String> compared = InterfaceKeys.sorted(facts, type, candidate);
                    if (compared.isEmpty()) {
                        report(type, candidate, subgraph, facts, findings);
                        return true;
                    }
                    if (compared.equals(fields)) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    private static List<DirectiveUse> keys(NamedType type) {
        return type.uses(KnownDirective.KEY).toList();
    }

    private static void report(
            NamedType type, DirectiveUse key, Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        Optional<Resolution> selection = facts.selection(type, key);
        new FieldSetUse(subgraph, facts, findings, FieldSetDirective.KEY, type, key).valid(selection);
    }
}
