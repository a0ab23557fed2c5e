package ft.transcendence.gateway.observation;

import ft.transcendence.gateway.sharedstate.RedisCondition;
import ft.transcendence.gateway.sharedstate.SharedState;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Measures whether Redis can be used, if gateways share one: read when somebody asks. */
@Component
final class SharedStateMetrics implements MeterBinder {
    private final SharedState state;

    SharedStateMetrics(SharedState state) {
        this.state = state;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (!state.isShared()) {
            return;
        }
        RedisCondition redis = state.condition();
        Metric.REDIS_REACHABLE.gauge(registry, () -> redis.isReachable() ? 1 : 0);
        for (SharedUse use : SharedUse.values()) {
            Metric.REDIS_FAILURES.counter(
                    registry, () -> redis.failures(use), use.name().toLowerCase(Locale.ROOT));
        }
    }
}
