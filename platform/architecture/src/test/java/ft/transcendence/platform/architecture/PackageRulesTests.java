package ft.transcendence.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is evaluated on the packages below {@code fixture}, which break it. */
class PackageRulesTests {
    private static final String FIXTURE = "ft.transcendence.platform.architecture.fixture.";
    private static final String CYCLE = FIXTURE + "cycle";
    private static final String LAYERS = FIXTURE + "layers";
    private static final String ROOTED = FIXTURE + "rooted";
    private static final String EXPOSED = FIXTURE + "exposed";

    @Test
    void findsACycleOfPackages() {
        assertThat(violations(PackageRules.noCycles(CYCLE), CYCLE))
                .singleElement()
                .asString()
                .contains("Cycle detected", "cycle.one", "cycle.two");
        assertThat(violations(PackageRules.noCycles(EXPOSED), EXPOSED)).isEmpty();
    }

    @Test
    void findsDependenciesOnHigherAndNeighbouringLayers() {
        List<String> violations = violations(PackageRules.layers(LAYERS, "top", "left right", "bottom stray"), LAYERS);

        assertThat(violations).isNotEmpty().allMatch(found -> found.contains(".Bottom.") || found.contains(".Left."));
        assertThat(violations).anyMatch(found -> found.contains("layers.bottom.part.Bottom.upwards"));
        assertThat(violations).anyMatch(found -> found.contains("layers.left.Left.neighbour"));
    }

    @Test
    void findsAPackageOutsideOfAllLayers() {
        assertThat(violations(PackageRules.layers(LAYERS, "top", "left", "right", "bottom"), LAYERS))
                .anyMatch(found -> found.contains("layers.stray.Stray is in a package that no layer names"));
    }

    @Test
    void theRootPackageIsAboveAllLayers() {
        assertThat(violations(PackageRules.layers(ROOTED, "part"), ROOTED))
                .isNotEmpty()
                .allMatch(found -> found.contains("rooted.part.Part"))
                .anyMatch(found -> found.contains("rooted.part.Part.downwards"));
    }

    @Test
    void theRootPackageCanBeALayer() {
        assertThat(violations(PackageRules.layers(ROOTED, "part", PackageRules.ROOT_PACKAGE), ROOTED))
                .isNotEmpty()
                .allMatch(found -> found.contains("rooted.Root."))
                .anyMatch(found -> found.contains("rooted.Root.upwards"));
    }

    @Test
    void findsAPublicClassUsedOnlyInItsPackage() {
        assertThat(violations(PackageRules.internalsArePackagePrivate(EXPOSED), EXPOSED))
                .singleElement()
                .asString()
                .contains("exposed.user.User is public, and only its own package uses it");
        assertThat(violations(PackageRules.internalsArePackagePrivate(EXPOSED, EXPOSED + ".user"), EXPOSED))
                .isEmpty();
    }

    private static List<String> violations(ArchRule rule, String root) {
        return rule.evaluate(new ClassFileImporter().importPackages(root))
                .getFailureReport()
                .getDetails();
    }
}
