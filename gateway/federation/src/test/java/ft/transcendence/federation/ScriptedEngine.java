package ft.transcendence.federation;

import ft.transcendence.federation.engine.FederationEngine;

/** Executes operations over a supergraph whose subgraphs have scripted responses. The client sees the errors of subgraphs. */
record ScriptedEngine(String supergraph) {

    String execute(ScriptedTransport subgraphs, String query) {
        return execute(subgraphs, query, Caller.anonymous());
    }

    String execute(ScriptedTransport subgraphs, String query, Caller caller) {
        return FederationEngine.builder()
                .supergraph(supergraph)
                .transport(subgraphs)
                .subgraphErrors(SubgraphErrorPolicy.including())
                .build()
                .execute(
                        GraphQLRequest.of(query),
                        RequestContext.builder().caller(caller).build())
                .join()
                .bodyAsString();
    }
}
