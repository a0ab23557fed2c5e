package ft.transcendence.gateway.runtime;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

/** How the library and its tests use time. The rules about its packages are checked with the application's. */
@AnalyzeClasses(packages = "ft.transcendence.gateway")
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn();
}
