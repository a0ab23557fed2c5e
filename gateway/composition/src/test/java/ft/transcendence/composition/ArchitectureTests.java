package ft.transcendence.composition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ft.transcendence.platform.architecture.LibraryRules;
import ft.transcendence.platform.architecture.PackageRules;

/** Which packages of the composer may depend on which. */
@AnalyzeClasses(packages = "ft.transcendence.composition", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String COMPOSER = "ft.transcendence.composition";

    private static final String[] LAYERS = {
        "composer",
        "contract upgrade",
        "satisfiability api postmerge",
        "merge validation",
        "supergraph",
        "print reader",
        "validity specification",
        "syntax subgraph",
        "selection",
        "link",
        "schema",
        "findings",
        PackageRules.ROOT_PACKAGE,
    };

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = PackageRules.noCycles(COMPOSER);

    @ArchTest
    static final ArchRule LAYERS_HAVE_ONE_ORDER = PackageRules.layers(COMPOSER, LAYERS);

    @ArchTest
    static final ArchRule API_NAMES_NO_INTERNAL_TYPES =
            LibraryRules.apiNamesNoInternalTypes(COMPOSER, COMPOSER, COMPOSER + ".composer");

    @ArchTest
    static final ArchRule INTERNALS_ARE_PACKAGE_PRIVATE =
            PackageRules.internalsArePackagePrivate(COMPOSER, COMPOSER, COMPOSER + ".composer");

    @ArchTest
    static final ArchRule LIBRARY_IS_PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    COMPOSER + "..",
                    "ft.transcendence.federation..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "graphql.language..",
                    "graphql.parser..",
                    "org.jspecify.annotations..")
            .because("any build or service can embed it: files, HTTP and configuration belong to its host");
}
