package ft.transcendence.platform.load;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = "ft.transcendence.platform.load")
class TimeTests {

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = TimeRules.nobodySleepsBut("LoadGenerator", "LiveMatches", "StatementLog");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = TimeRules.timeComesFromAClockBut("MeasureCommand");
}
