package ft.transcendence.federation.executor.step;

import java.util.List;

/** A compiled node of a query plan. */
public sealed interface Step permits Step.InSequence, Step.InParallel, Step.Fetch, ContextFetchStep {

    /** Steps that run one after another. */
    record InSequence(List<Step> steps) implements Step {}

    /** Steps that run at the same time. */
    record InParallel(List<Step> steps) implements Step {}

    /** One request to a subgraph. */
    sealed interface Fetch extends Step permits RootFetchStep, EntityFetchStep {

        String subgraph();

        String url();
    }
}
