package ft.transcendence.subgraph.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the application's topics when it starts. Spring tries once; a broker that is away at the very first start would
 * never get them, and nothing could be sent until a restart. Here they are tried until the broker has them, while the
 * application does what needs no broker.
 */
final class TopicCreation implements SmartInitializingSingleton, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final KafkaAdmin admin;
    private final Duration betweenTries;
    private @Nullable Thread trying;

    TopicCreation(KafkaAdmin admin, Duration betweenTries) {
        this.admin = admin;
        this.betweenTries = betweenTries;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!create()) {
            trying = Thread.ofVirtual().name("topic-creation").start(this::tryUntilCreated);
        }
    }

    private void tryUntilCreated() {
        try {
            do {
                Thread.sleep(betweenTries);
            } while (!create());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean create() {
        try {
            return admin.initialize();
        } catch (RuntimeException failure) {
            log.warn("The topics could not be created; the next try is in {}", betweenTries, failure);
            return false;
        }
    }

    @Override
    public void destroy() {
        if (trying != null) {
            trying.interrupt();
        }
    }
}
