package ft.transcendence.users.notification;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes notifications that are too old, in small transactions. */
@Component
class NotificationCleaning {

    private static final int AT_ONCE = 1000;

    private final StoredNotifications stored;
    private final NotificationProperties properties;
    private final Clock clock;

    NotificationCleaning(StoredNotifications stored, NotificationProperties properties, Clock clock) {
        this.stored = stored;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M")
    void deleteExpired() {
        Instant oldest = clock.instant().minus(properties.keptFor());
        while (stored.removeBefore(oldest, AT_ONCE) == AT_ONCE) {}
    }
}
