package ft.transcendence.platform.e2e;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = "ft.transcendence.platform.e2e")
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();
}
