package ft.transcendence.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.PackageRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers of the packages and other rules for the code. {@link TimeTests} has the rules about time. */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String ROOT = "ft.transcendence.subgraph";

    /** Contains classes that break the rules on purpose. */
    private static final String BREACH = ROOT + ".breach";

    /** From top to bottom. Packages of the same layer do not depend on each other. */
    private static final String[] LAYERS = {
        "live stream",
        "execution input paging security",
        "boot document endpoint error inbox mutation outbox scalar statement topic",
        "tracing"
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCycles(ROOT);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(ROOT, LAYERS);

    @Test
    void findAnErrorThatDependsOnStreams() {
        assertThat(violations(PackageRules.layers(BREACH, LAYERS)))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("breach.error.Failure"));
        assertThat(violations(PackageRules.noCycles(BREACH))).isNotEmpty();
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(BREACH))
                .getFailureReport()
                .getDetails();
    }
}
