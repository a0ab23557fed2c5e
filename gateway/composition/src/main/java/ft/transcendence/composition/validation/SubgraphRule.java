package ft.transcendence.composition.validation;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.Set;

/** A rule that a subgraph's schema must keep, whatever the other subgraphs are. One rule, one class, one test. */
interface SubgraphRule {
    /** The directives that the rule is about: in a schema without any of them it is kept. */
    Set<KnownDirective> directives();

    void check(Subgraph subgraph, SubgraphFacts facts, Findings findings);
}
