package ft.transcendence.platform.load;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = "ft.transcendence.platform.load")
class TimeTests {

    @ArchTest
    static final ArchRule NO_SLEEP =
            TimeRules.noSleepExceptIn("LiveMatches", "QueueCommand", "Restart", "StatementLog");

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn("DelayCommand", "MeasureCommand");
}
