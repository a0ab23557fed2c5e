package ft.transcendence.matches;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.kafka.annotation.KafkaListener;

/** Which feature may know which. */
@AnalyzeClasses(packages = "ft.transcendence.matches", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("ft.transcendence.matches.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RATINGS_KNOW_NOTHING_OF_MATCHES = noClasses()
            .that()
            .resideInAnyPackage("..rating..", "..statistics..", "..player..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..match..", "..history..", "..leaderboard..", "..live..")
            .because("matches tell them what to count, through RatedMatch and StatisticsService");

    @ArchTest
    static final ArchRule LISTENERS_ARE_NAMED_ON =
            methods().that().areAnnotatedWith(KafkaListener.class).should().haveName("on");

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_NAMED_SO =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");
}
