package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TimeRulesTests {

    @Test
    void findsEveryWayToSleep() {
        assertThat(found(TimeRules.SLEEP, Sleepers.class)).hasSize(5);
        assertThat(found(TimeRules.SLEEP, Waiters.class)).isEmpty();
    }

    @Test
    void findsEveryUseOfTheSystemClock() {
        assertThat(found(TimeRules.SYSTEM_TIME, SystemTimes.class)).hasSize(15);
        assertThat(found(TimeRules.SYSTEM_TIME, ClockTimes.class)).isEmpty();
    }

    @Test
    void findsSleepingInTests() {
        assertThat(violations(TimeRules.noSleepExceptIn("Others"), Sleepers.class, Waiters.class))
                .hasSize(5);
    }

    @Test
    void permitsExceptionsAndTheirNestedClasses() {
        assertThat(violations(TimeRules.noSleepExceptIn("TimeRulesTests"), Sleepers.class, String.class))
                .isEmpty();
    }

    @Test
    void permitsTheSystemClockInTests() {
        assertThat(violations(TimeRules.systemTimeOnlyIn(), SystemTimes.class, TimeRules.class))
                .isEmpty();
    }

    private static List<String> found(DescribedPredicate<JavaAccess<?>> access, Class<?> type) {
        return violations(noClasses().should().accessTargetWhere(access), type);
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails();
    }

    static final class Sleepers {
        List<Object> sleep() throws InterruptedException {
            Thread.sleep(1);
            Thread.sleep(Duration.ofMillis(1));
            TimeUnit.SECONDS.sleep(1);
            LockSupport.parkNanos(1);
            Pause pause = Thread::sleep;
            return List.of(pause);
        }

        interface Pause {
            void of(Duration duration) throws InterruptedException;
        }
    }

    static final class Waiters {
        void await(Thread other, Object monitor) throws InterruptedException {
            other.join(1);
            LockSupport.park();
            synchronized (monitor) {
                monitor.wait(1);
            }
        }
    }

    static final class SystemTimes {
        @SuppressWarnings("JavaUtilDate") // calls to find
        List<Object> all() {
            Supplier<Instant> reference = Instant::now;
            LongSupplier millis = System::currentTimeMillis;
            return List.of(
                    Instant.now(),
                    LocalDate.now(ZoneOffset.UTC),
                    LocalDateTime.now(ZoneOffset.UTC),
                    OffsetDateTime.now(ZoneOffset.UTC),
                    ZonedDateTime.now(ZoneOffset.UTC),
                    System.currentTimeMillis(),
                    Clock.systemUTC(),
                    Clock.systemDefaultZone(),
                    Clock.system(ZoneOffset.UTC),
                    Clock.tickSeconds(ZoneOffset.UTC),
                    InstantSource.system(),
                    new Date(),
                    Calendar.getInstance(),
                    reference,
                    millis);
        }
    }

    static final class ClockTimes {
        List<Object> all(Clock clock) {
            return List.of(
                    clock.instant(),
                    Instant.now(clock),
                    LocalDate.now(clock),
                    Clock.tick(clock, Duration.ofSeconds(1)),
                    clock.millis(),
                    System.nanoTime(),
                    new Date(0));
        }
    }
}
