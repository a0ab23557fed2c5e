package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.PackageRules;
import org.junit.jupiter.api.Test;

/** Which package of the gateway may use which. The rules about time are in {@link TimeTests}. */
@AnalyzeClasses(
        packages = ArchitectureTests.ROOT,
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ArchitectureTests.DoNotIncludeGenerated.class,
            ArchitectureTests.DoNotIncludeTestJar.class
        })
class ArchitectureTests {

    static final String ROOT = "ft.transcendence.gateway";

    /** A small gateway that breaks the rules on purpose: its login uses its HTTP endpoint. */
    private static final String BREACH = ROOT + ".breach";

    /** {@code http} and {@code login} are neighbours: neither may use the other, and what both need is below them. */
    private static final String[] LAYERS = {
        "runtime",
        "explorer observation rehearsal settings site tracing",
        "http login ticket",
        "supergraph",
        "subgraph",
        "extensions",
        "cache",
        "client.eventloop client.reactor",
        "header resilience",
        "client",
        "document operation",
        "avatar body error file flush identity network protection ratelimit reload singleflight",
        "digest sharedstate",
    };

    /** Leaves out bean definitions, which are there if the module has been packaged before. */
    static final class DoNotIncludeGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("__");
        }
    }

    /** Leaves out the library's tests, if it has been packaged before. */
    static final class DoNotIncludeTestJar implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCycles(ROOT);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(ROOT, LAYERS);

    @ArchTest
    static final ArchRule INTERNALS_ARE_PACKAGE_PRIVATE = PackageRules.internalsArePackagePrivate(ROOT);

    @Test
    void loginThatUsesTheHttpEndpointBreaksTheLayers() {
        ArchRule layers = PackageRules.layers(BREACH, LAYERS);

        assertThat(layers.evaluate(new ClassFileImporter().importPackages(BREACH))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allMatch(violation -> violation.contains("breach.login.Login"));
    }
}
