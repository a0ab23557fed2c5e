package ft.transcendence.subgraph.topic;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the application's topics after it has started. Spring only tries once: if the broker were down at the very
 * first start, no event could be sent until a restart. This class retries in the background until the topics exist.
 */
final class TopicCreation implements SmartInitializingSingleton, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final KafkaAdmin admin;
    private final Duration retryInterval;
    private final ScheduledExecutorService tries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("topic-creation").factory());

    TopicCreation(KafkaAdmin admin, Duration retryInterval) {
        this.admin = admin;
        this.retryInterval = retryInterval;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!create()) {
            tries.scheduleWithFixedDelay(
                    this::tryAgain, retryInterval.toNanos(), retryInterval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void tryAgain() {
        if (create()) {
            tries.shutdown();
        }
    }

    private boolean create() {
        try {
            return admin.initialize();
        } catch (RuntimeException | Error failure) {
            // also catch errors, because the executor drops a task that throws
            log.warn("Could not create the topics; retrying in {}", retryInterval, failure);
            return false;
        }
    }

    @Override
    public void destroy() {
        tries.shutdownNow();
    }
}
