package ft.transcendence.gateway.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of all queries to one subgraph to a share of the queries, so that retries cannot multiply the load of a
 * subgraph that fails because of its load. It is a bucket of tokens: each query adds a part of one, up to the reserve; each retry
 * takes one (as <a href="https://github.com/grpc/proposal/blob/master/A6-client-retries.md#throttling-retry-attempts-and-hedged-rpcs">in
 * gRPC</a> and Finagle). It needs no clock, and a full bucket costs a query one read.
 */
public final class RetryBudget {
    private static final int TOKEN = 1_000;

    private final int deposit;
    private final int full;
    private final AtomicInteger tokens;

    public RetryBudget(RetryPolicy policy) {
        this.deposit = (int) Math.round(policy.budget() * TOKEN);
        this.full = policy.reserve() * TOKEN;
        this.tokens = new AtomicInteger(full);
    }

    /** Counts a query. */
    public void add() {
        if (tokens.get() < full) {
            tokens.getAndUpdate(present -> Math.min(full, present + deposit));
        }
    }

    /** Takes what a retry costs; false when it cannot be afforded. */
    public boolean spend() {
        return tokens.getAndUpdate(present -> present < TOKEN ? present : present - TOKEN) >= TOKEN;
    }
}
