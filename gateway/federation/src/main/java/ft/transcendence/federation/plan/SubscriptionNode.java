package ft.transcendence.federation.plan;

import java.util.Optional;

/**
 * A stream of events from one subgraph, each completed by further fetches.
 *
 * @param trigger the subscription sent to the subgraph; each event is a new root object
 * @param rest the fetches that complete each event
 */
public record SubscriptionNode(FetchNode trigger, Optional<PlanNode> rest) implements PlanNode {}
