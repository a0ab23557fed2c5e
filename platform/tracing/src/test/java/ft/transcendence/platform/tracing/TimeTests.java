package ft.transcendence.platform.tracing;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = "ft.transcendence.platform.tracing")
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn();
}
