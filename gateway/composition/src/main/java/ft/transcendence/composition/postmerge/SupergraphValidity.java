package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.validity.GraphqlValidity;

/**
 * The supergraph is valid GraphQL. Valid subgraphs do not suffice for it: one can make a field nullable that the interface of another has as non-null, or
 * apply a directive as the newest definition no longer allows.
 */
final class SupergraphValidity {
    private SupergraphValidity() {}

    static void check(Schema supergraph, Findings findings) {
        GraphqlValidity.check(
                supergraph,
                supergraph.directiveDefinitions(),
                (message, places) ->
                        findings.error(ErrorCode.INVALID_GRAPHQL, "In the supergraph, " + message, places));
    }
}
