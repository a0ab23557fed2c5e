package ft.transcendence.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.LibraryRules;
import ft.transcendence.platform.architecture.PackageRules;

/** Which packages may depend on which, and on what the library as a whole depends. */
@AnalyzeClasses(packages = "ft.transcendence.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "ft.transcendence.testkit";

    private static final String[] API = {ROOT, ROOT + ".subgraph", ROOT + ".stub", ROOT + ".dgs", ROOT + ".spring"};

    private static final String[] LAYERS = {"dgs spring stub", "subgraph", "json document"};

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = PackageRules.noCycles(ROOT);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(ROOT, LAYERS);

    @ArchTest
    static final ArchRule INTERNALS_ARE_PACKAGE_PRIVATE = PackageRules.internalsArePackagePrivate(ROOT, API);

    @ArchTest
    static final ArchRule API_NAMES_NO_INTERNAL_TYPES = LibraryRules.apiNamesNoInternalTypes(ROOT, API);

    @ArchTest
    static final ArchRule ENGINE_IS_USED_THROUGH_ITS_API = LibraryRules.othersUseOnlyTheApiOf(
            "ft.transcendence.federation", "ft.transcendence.federation", "ft.transcendence.federation.engine");

    @ArchTest
    static final ArchRule COMPOSER_IS_USED_THROUGH_ITS_API = LibraryRules.othersUseOnlyTheApiOf(
            "ft.transcendence.composition", "ft.transcendence.composition", "ft.transcendence.composition.composer");

    @ArchTest
    static final ArchRule FRAMEWORKS_STAY_IN_THEIR_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".dgs", ROOT + ".spring")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.netflix..", "org.springframework..", "reactor..")
            .because("a test has the framework of its own subgraph only");

    @ArchTest
    static final ArchRule ONLY_THE_EXTENSION_NEEDS_JUNIT = noClasses()
            .that()
            .haveNameNotMatching(".*\\.FederatedGraphExtension(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..")
            .because("any test framework can use the rest");

    @ArchTest
    static final ArchRule LIBRARY_HAS_FEW_DEPENDENCIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "ft.transcendence.federation..",
                    "ft.transcendence.composition..",
                    "java..",
                    "graphql..",
                    "org.reactivestreams..",
                    "tools.jackson.core..",
                    "org.assertj.core..",
                    "org.jspecify.annotations..",
                    // optional
                    "org.junit.jupiter.api..",
                    "com.netflix.graphql.dgs..",
                    "org.springframework..",
                    "reactor.core..")
            .because("what it brings along must fit every team's tests");
}
