package ft.transcendence.users.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.users.Players;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How notifications are stored: limits, concurrent changes and what streams read. */
@UsersTest
class StoredNotificationsTests {

    private static final int MANY = 200;

    @Autowired
    Players players;

    @Autowired
    StoredNotifications stored;

    @Autowired
    NotificationCleaning cleaning;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    UUID ada;

    @BeforeEach
    void join() {
        ada = players.join("ada").id();
    }

    @Test
    void keepsALimitedNumberOfTheNewest() {
        List<UUID> matches = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            matches.addFirst(UUID.randomUUID());
            add(matches.getFirst(), 3);
        }

        assertThat(stored.before(ada, Long.MAX_VALUE, 10))
                .extracting(Notification::subject)
                .isEqualTo(matches.subList(0, 3));
    }

    @Test
    void keepsNotificationsForALimitedTime() {
        Instant now = Instant.now();
        UUID recent = UUID.randomUUID();
        add(UUID.randomUUID(), MANY, now.minus(Duration.ofDays(31)));
        add(recent, MANY, now.minus(Duration.ofDays(29)));

        cleaning.deleteExpired();

        assertThat(stored.before(ada, Long.MAX_VALUE, 10))
                .extracting(Notification::subject)
                .containsExactly(recent);
    }

    /** A number that is committed after a higher one would be skipped by a stream that has read the higher one. */
    @Test
    void streamsEachNotificationOnceWhileManyAreAdded() throws Exception {
        NotificationStream stream = new NotificationStream(stored, ada);
        assertThat(stream.next()).singleElement().satisfies(first -> assertThat(first.notification())
                .isNull());
        List<Long> seen = new ArrayList<>();
        Callable<Boolean> writer = () -> {
            for (int number = 0; number < 10; number++) {
                transactions.executeWithoutResult(status -> add(UUID.randomUUID(), MANY));
            }
            return true;
        };
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> written =
                    Collections.nCopies(4, writer).stream().map(writers::submit).toList();
            while (written.stream().anyMatch(each -> !each.isDone())) {
                read(stream, seen);
            }
            for (Future<Boolean> each : written) {
                assertThat(each.get()).isTrue();
            }
        }
        read(stream, seen);

        assertThat(seen).hasSize(40).doesNotHaveDuplicates().isSorted();
        assertThat(stream.next()).isEmpty();
    }

    @Test
    void tellsNobodyWhoseAccountIsBeingErased() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch added = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> erasure = both.submit(() -> transactions.executeWithoutResult(status -> {
                jdbc.sql("UPDATE profile SET active = false WHERE id = ?")
                        .param(ada)
                        .update();
                locked.countDown();
                awaitLatch(added);
            }));
            locked.await();
            Future<List<UUID>> addition = both.submit(() -> add(UUID.randomUUID(), MANY));
            await().atMost(Duration.ofSeconds(20)).until(this::isOneWaitingForALock);
            added.countDown();
            erasure.get();

            assertThat(addition.get()).isEmpty();
        }
        assertThat(stored.before(ada, Long.MAX_VALUE, 10)).isEmpty();
    }

    private boolean isOneWaitingForALock() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND query LIKE '%INTO notification%')")
                .query(Boolean.class)
                .single();
    }

    private List<UUID> add(UUID match, int kept) {
        return add(match, kept, Instant.now());
    }

    private List<UUID> add(UUID match, int kept, Instant now) {
        return stored.add(NotificationKind.MATCH_RESULT, match, List.of(ada), now, kept);
    }

    /** None is counted before it is in the stream. */
    private static void read(NotificationStream stream, List<Long> seen) {
        for (NotificationUpdate update : stream.next()) {
            seen.add(Objects.requireNonNull(update.notification()).number());
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
