package ft.transcendence.federation.plan;

/** A step of a query plan. */
public sealed interface PlanNode
        permits FetchNode, RootMoveNode, EntityFetchNode, SequenceNode, ParallelNode, SubscriptionNode {}
