package ft.transcendence.matches;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.PackageRules;
import ft.transcendence.platform.architecture.SubgraphRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers of the packages and other rules for the code. {@link TimeTests} has the rules about time. */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String ROOT = "ft.transcendence.matches";

    /** Contains classes that break the rules on purpose. */
    private static final String BREACH = ROOT + ".breach";

    /** From top to bottom. Packages of the same layer do not depend on each other. Matches tell ratings and statistics what to count. */
    private static final String[] LAYERS = {
        "challenge history leaderboard live matchmaking ticket tournament",
        "server",
        "match",
        "block doubt observation rating statistics",
        "player season"
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCycles(ROOT);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(ROOT, LAYERS);

    @ArchTest
    static final ArchRule DATA_FETCHERS_DO_NOT_ACCESS_THE_DATABASE = SubgraphRules.dataFetchersDoNotAccessTheDatabase();

    @ArchTest
    static final ArchRule LISTENERS_ARE_NAMED_ON = SubgraphRules.kafkaListenersAreNamedOn();

    @ArchTest
    static final ArchRule QUERIES_DO_NOT_STREAM = SubgraphRules.queriesDoNotStream();

    /** Rejected changes are the starter's exceptions, so there may be none here. */
    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_NAMED_SO = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true);

    @Test
    void findARatingThatDependsOnMatches() {
        assertThat(violations(PackageRules.layers(BREACH, LAYERS)))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("breach.rating.Rating"));
        assertThat(violations(PackageRules.noCycles(BREACH))).isNotEmpty();
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(BREACH))
                .getFailureReport()
                .getDetails();
    }
}
