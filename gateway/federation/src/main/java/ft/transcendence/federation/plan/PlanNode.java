package ft.transcendence.federation.plan;

/** A step of a query plan. */
public sealed interface PlanNode
        permits FetchNode, NestedRootFetchNode, EntityFetchNode, SequenceNode, ParallelNode, SubscriptionNode {}
