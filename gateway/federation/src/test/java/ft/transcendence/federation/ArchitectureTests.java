package ft.transcendence.federation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.LibraryRules;
import ft.transcendence.platform.architecture.PackageRules;

/** Which packages of the engine may depend on which. {@link ArchitectureBreachTests} shows that each rule finds a breach. */
@AnalyzeClasses(packages = "ft.transcendence.federation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ENGINE = "ft.transcendence.federation";

    private static final String[] LAYERS = {
        "engine",
        "preparation",
        "scheduling",
        "document",
        "executor",
        "executor.incremental",
        "executor.response",
        "executor.compiler",
        "executor.step",
        "executor.projection",
        "executor.request",
        "executor.tree",
        "planner",
        "cost",
        "authorization",
        "variables",
        "operation",
        "supergraph.reader",
        "supergraph",
        "plan",
        "error",
        "json",
        PackageRules.ROOT_PACKAGE,
    };

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = PackageRules.noCycles(ENGINE);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(ENGINE, LAYERS);

    @ArchTest
    static final ArchRule API_NAMES_NO_INTERNAL_TYPES =
            LibraryRules.apiNamesNoInternalTypes(ENGINE, PublicApiTests.PACKAGES);

    @ArchTest
    static final ArchRule INTERNALS_ARE_PACKAGE_PRIVATE = PackageRules.internalsArePackagePrivate(
            ENGINE,
            ENGINE,
            ENGINE + ".engine",
            // others name its sealed interfaces in type arguments only, which byte code does not show
            ENGINE + ".plan.input");

    @ArchTest
    static final ArchRule PLANS_ARE_ALL_THAT_PLANNER_AND_EXECUTOR_SHARE = noClasses()
            .that()
            .resideInAPackage(ENGINE + ".executor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE + ".planner..")
            .because("a plan says all that its execution needs: put what is missing into the plan");

    @ArchTest
    static final ArchRule LIBRARY_IS_PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + "..",
                    "java.lang..",
                    "java.util..",
                    "java.io..",
                    "java.nio..",
                    "java.math..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "graphql..",
                    "com.github.benmanes.caffeine.cache..",
                    "org.jspecify.annotations..")
            .because("any application can embed it: HTTP, metrics and configuration belong to its host");
}
