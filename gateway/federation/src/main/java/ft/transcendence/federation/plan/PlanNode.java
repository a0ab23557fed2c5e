package ft.transcendence.federation.plan;

/** A node of a query plan: a fetch, or an order of others. */
public sealed interface PlanNode
        permits FetchNode, NestedRootFetchNode, EntityFetchNode, SequenceNode, ParallelNode, SubscriptionNode {}
