package ft.transcendence.gateway.resilience;

/** Is told of each subgraph when it is called for the first time. */
public interface SubgraphConditionListener {
    /** @param condition live: it can be read at any time */
    void called(SubgraphCondition condition);
}
