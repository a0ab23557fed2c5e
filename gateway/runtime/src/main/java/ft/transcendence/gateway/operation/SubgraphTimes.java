package ft.transcendence.gateway.operation;

import java.time.Duration;

/**
 * What one operation asked of one subgraph.
 *
 * @param calls requests, or events of a subscription
 * @param total the durations of requests, added up; they may have run at the same time
 */
public record SubgraphTimes(int calls, Duration total) {
    SubgraphTimes plus(Duration call) {
        return new SubgraphTimes(calls + 1, total.plus(call));
    }
}
