package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;

/** Step 5: rules that need the whole supergraph. */
public final class PostMergeRules {
    private PostMergeRules() {}

    public static void check(List<Subgraph> subgraphs, Schema supergraph, Findings findings) {
        InterfaceFieldsRule.check(supergraph, findings);
        RequiredArgumentsRule.check(subgraphs, supergraph, findings);
        TransitiveAccessRule.check(supergraph, findings);
        if (!findings.hasErrors()) {
            SupergraphValidity.check(supergraph, findings);
        }
    }
}
