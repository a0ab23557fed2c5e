package ft.transcendence.federation.executor;

import ft.transcendence.federation.plan.OperationKind;

/**
 * A fetch of root fields.
 *
 * @param fields what it asks of the root object
 */
record RootFetchStep(String subgraph, String url, OperationKind kind, RequestBody body, AnswerFields fields)
        implements Step.Fetch {}
