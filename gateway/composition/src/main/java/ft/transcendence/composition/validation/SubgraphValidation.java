package ft.transcendence.composition.validation;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.List;

/** Checks each subgraph by itself, against the rules of Federation 2: a Federation 1 schema is checked once it is upgraded. */
public final class SubgraphValidation {
    /** An error of these is the only one of its subgraph: the other rules cannot make sense of such a schema. */
    private static final List<SubgraphRule> DECISIVE_RULES =
            List.of(new ProvidesTargets(), new InterfaceKeySelections());

    private static final List<SubgraphRule> RULES = List.of(
            new KeyFields(),
            new RequiresFields(),
            new ProvidesFields(),
            new ContextNames(),
            new ContextualArguments(),
            new ContextSelections(),
            new ContextKeys(),
            new ExternalInterfaceFields(),
            new UnusedExternals(),
            new InterfaceKeys(),
            new InterfaceObjectKeys(),
            new ShareableUses(),
            new CostUses(),
            new ListSizeUses(),
            new AccessRulesOnInterfaces());

    private SubgraphValidation() {}

    public static void validate(Subgraph subgraph, Findings findings) {
        validate(subgraph, SubgraphFacts.of(subgraph), findings);
    }

    /** Validates a schema whose facts are known. */
    public static void validate(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        int errors = findings.errors().size();
        for (SubgraphRule rule : DECISIVE_RULES) {
            check(rule, subgraph, facts, findings);
            if (findings.errors().size() > errors) {
                return;
            }
        }
        for (SubgraphRule rule : RULES) {
            check(rule, subgraph, facts, findings);
        }
    }

    private static void check(SubgraphRule rule, Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (KnownDirective directive : rule.directives()) {
            if (facts.hasAny(directive)) {
                rule.check(subgraph, facts, findings);
                return;
            }
        }
    }
}
