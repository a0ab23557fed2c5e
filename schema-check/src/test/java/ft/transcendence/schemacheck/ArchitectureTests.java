package ft.transcendence.schemacheck;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.PackageRules;
import ft.transcendence.platform.architecture.TimeRules;

@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    static final String ROOT = "ft.transcendence.schemacheck";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCycles(ROOT);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(
            ROOT,
            "command",
            "verdict batch",
            PackageRules.ROOT_PACKAGE,
            "baseline",
            "composition changes operations events rules",
            "config supergraph",
            "sdl files",
            "finding");

    @ArchTest
    static final ArchRule NO_SLEEP = TimeRules.noSleepExceptIn();

    @ArchTest
    static final ArchRule SYSTEM_TIME = TimeRules.systemTimeOnlyIn();
}
