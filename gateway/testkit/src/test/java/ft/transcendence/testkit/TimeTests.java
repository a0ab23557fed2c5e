package ft.transcendence.testkit;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = "ft.transcendence.testkit")
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn();
}
