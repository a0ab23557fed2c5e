package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.PlanningSettings;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Planning of operations that are not cached; see {@link PlanningSettings}.
 *
 * @param threads operations planned at a time; 0 for half of the processors
 * @param maxWait how long an operation may wait
 * @param maxWaiting operations that may wait for planning
 * @param maxWaitingPerCaller operations of one caller that may wait
 */
@Validated
@ConfigurationProperties(prefix = "gateway.planning", ignoreUnknownFields = false)
record PlanningProperties(
        @DefaultValue("0") @PositiveOrZero int threads,
        @DefaultValue("256") @Positive int maxWaiting,
        @DefaultValue("32") @Positive int maxWaitingPerCaller,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration maxWait) {
    PlanningSettings toSettings() {
        int used = threads == 0 ? PlanningSettings.defaults().threads() : threads;
        return new PlanningSettings(used, maxWaiting, maxWaitingPerCaller, maxWait);
    }
}
