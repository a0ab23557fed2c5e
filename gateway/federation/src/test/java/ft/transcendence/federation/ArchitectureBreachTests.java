package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of {@link ArchitectureTests} fails as soon as one class breaks it. */
class ArchitectureBreachTests {

    private static final ImportOption APPLICATION = new ImportOption.DoNotIncludeTests();

    @Test
    void jsonReaderThatUsesTheExecutorMakesACycle() {
        assertThat(violationsWith("json/KnowsExecutor", ArchitectureTests.PACKAGES_ARE_FREE_OF_CYCLES))
                .isNotEmpty()
                .allSatisfy(cycle -> assertThat(cycle).contains("KnowsExecutor"));
    }

    @Test
    void jsonReaderThatUsesTheExecutorBreaksTheLayers() {
        assertThat(violationsWith("json/KnowsExecutor", ArchitectureTests.LAYERS_HAVE_ONE_ORDER))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use).contains("KnowsExecutor", "ExecutionInput"));
    }

    @Test
    void publicTypeOfTheApiMustNotNameAnInternalOne() {
        assertThat(violationsWith("NamesInternalType", ArchitectureTests.API_NAMES_NO_INTERNAL_TYPES))
                .singleElement()
                .asString()
                .contains("NamesInternalType", "JsonWriter");
    }

    @Test
    void internalTypeThatOnlyItsOwnPackageUsesMustNotBePublic() {
        assertThat(violationsWith("json/PublicForNobody", ArchitectureTests.INTERNALS_ARE_PACKAGE_PRIVATE))
                .singleElement()
                .asString()
                .contains("PublicForNobody");
    }

    @Test
    void executorMustNotUseThePlanner() {
        assertThat(violationsWith(
                        "executor/AsksPlanner", ArchitectureTests.PLANS_ARE_ALL_THAT_PLANNER_AND_EXECUTOR_SHARE))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use).contains("AsksPlanner", "QueryPlanner"));
    }

    @Test
    void libraryMustNotUseHttp() {
        assertThat(violationsWith("executor/SpeaksHttp", ArchitectureTests.LIBRARY_IS_PLAIN_JAVA))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use).contains("SpeaksHttp", "java.net.http"));
    }

    private static List<String> violationsWith(String breach, ArchRule rule) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> APPLICATION.includes(location) || isOf(location, breach))
                .importPackages("ft.transcendence.federation");
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private static boolean isOf(Location location, String breach) {
        return location.contains("ft/transcendence/federation/" + breach + ".class");
    }
}
