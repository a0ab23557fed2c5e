package ft.transcendence.gateway;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

/** The library's tests have a class of their own for this. */
@AnalyzeClasses(packages = "ft.transcendence.gateway", importOptions = ArchitectureTests.DoNotIncludeTestJar.class)
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn("ClockConfiguration");
}
