package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How code may use time. It reads an injected clock, so that a test can move it. It waits for the condition that lets it continue, not for a
 * fixed time that is too short on a busy machine and too long on all others.
 *
 * <p>{@link System#nanoTime} may be read anywhere: measuring a duration is not a decision.
 */
public final class TimeRules {

    static final DescribedPredicate<JavaAccess<?>> SLEEP = access("sleep", TimeRules::sleeps);
    static final DescribedPredicate<JavaAccess<?>> SYSTEM_TIME =
            access("read the system clock", TimeRules::isSystemClock);

    private TimeRules() {}

    /**
     * No class sleeps, in the application or in its tests.
     *
     * @param poll top-level classes that have to poll, because nothing can notify them
     */
    public static ArchRule noSleepExceptIn(String... poll) {
        return noClasses()
                .that(not(belongToAnyOf(poll)))
                .should()
                .accessTargetWhere(SLEEP)
                .because("tests wait for a condition or a latch, or move a clock,"
                        + " and applications wait with a scheduler that can be shut down");
    }

    /**
     * Application code reads an injected clock wherever it makes a decision by time. Tests are exempt.
     *
     * @param give top-level classes that provide the clock, or are the main program
     */
    public static ArchRule systemTimeOnlyIn(String... give) {
        return noClasses()
                .that(not(TESTS))
                .and(not(belongToAnyOf(give)))
                .should()
                .accessTargetWhere(SYSTEM_TIME)
                .because("tests move the Clock or InstantSource that is injected");
    }

    private static final DescribedPredicate<JavaClass> TESTS = describe("tests", type -> type.getSource()
            .map(source -> Predefined.ONLY_INCLUDE_TESTS.includes(Location.of(source.getUri())))
            .orElse(false));

    private static DescribedPredicate<JavaClass> belongToAnyOf(String... names) {
        Set<String> topLevel = Set.of(names);
        return describe("belong to any of " + topLevel, type -> {
            String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
            return topLevel.contains(name.split("\\$", 2)[0]);
        });
    }

    private static boolean sleeps(CodeUnitAccessTarget target) {
        return switch (target.getName()) {
            case "sleep" -> isOf(target, Thread.class) || isOf(target, TimeUnit.class);
            case "parkNanos", "parkUntil" -> isOf(target, LockSupport.class);
            default -> false;
        };
    }

    private static boolean isSystemClock(CodeUnitAccessTarget target) {
        boolean ofAGivenClock =
                target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        if (ofAGivenClock) {
            return false;
        }
        return switch (target.getName()) {
            case "now" -> target.getOwner().isAssignableTo(TemporalAccessor.class);
            case "currentTimeMillis" -> isOf(target, System.class);
            case "system" -> isOf(target, Clock.class) || isOf(target, InstantSource.class);
            case "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                isOf(target, Clock.class);
            case "getInstance" -> isOf(target, Calendar.class);
            case "<init>" ->
                isOf(target, Date.class) && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static boolean isOf(AccessTarget target, Class<?> owner) {
        return target.getOwner().isEquivalentTo(owner);
    }

    private interface Test {
        boolean matches(CodeUnitAccessTarget target);
    }

    /** Calls and method references. */
    private static DescribedPredicate<JavaAccess<?>> access(String description, Test test) {
        return describe(
                description,
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && test.matches(target));
    }
}
