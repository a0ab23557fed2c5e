package ft.transcendence.gateway.observation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Access log, metrics, the log of failed calls, and the report at the start. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessLog.class,
    EngineMetrics.class,
    FailedCallLog.class,
    MetricsConfiguration.class,
    MetricsRegistry.class,
    SharedStateMetrics.class,
    StartReport.class
})
public class ObservationConfiguration {}
