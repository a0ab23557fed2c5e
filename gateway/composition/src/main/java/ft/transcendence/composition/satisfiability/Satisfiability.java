package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;

/**
 * Step 7: checks that every operation that the API schema allows can be planned. It decides that on the query graph and with the reachability that
 * the engine plans with, so that what composes can be planned.
 */
public final class Satisfiability {
    private Satisfiability() {}

    /**
     * Checks a supergraph.
     *
     * @param supergraph with its join directives
     * @param api the part of it that clients see
     */
    public static void check(Schema supergraph, Schema api, Findings findings) {
        ServingGraph graph = new ServingGraph(JoinedTypes.read(supergraph));
        if (graph.hasLabels() && passesWhateverLabels(api, graph)) {
            return;
        }
        Failures failures = new Failures(api, graph);
        SharedRuntimeTypes sharedRuntimeTypes = new SharedRuntimeTypes(api, graph.graph(), findings);
        new Walk(api, graph, sharedRuntimeTypes, failures, Walk.Labels.REMEMBERED).run();
        failures.report(findings);
    }

    private static boolean passesWhateverLabels(Schema api, ServingGraph graph) {
        Findings preliminary = new Findings();
        Failures failures = new Failures(api, graph);
        SharedRuntimeTypes sharedRuntimeTypes = new SharedRuntimeTypes(api, graph.graph(), preliminary);
        new Walk(api, graph, sharedRuntimeTypes, failures, Walk.Labels.FORGOTTEN).run();
        return failures.isEmpty()
                && preliminary.errors().isEmpty()
                && preliminary.hints().isEmpty();
    }
}
