package ft.transcendence.users;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

    static final String ROOT = "ft.transcendence.users";

    /** Contains classes that break the rules on purpose. */
    private static final String BREACH = ROOT + ".breach";

    /** From top to bottom. Packages of the same layer do not depend on each other. */
    private static final String[] LAYERS = {
        "account",
        "notification presence",
        "achievement level",
        "friendship totals twofactor",
        "login profile",
        "identity name"
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

    @ArchTest
    static final ArchRule KEYCLOAK_IS_ONLY_USED_FOR_ACCOUNTS = keycloakIsOnlyUsedForAccounts(ROOT);

    private static ArchRule keycloakIsOnlyUsedForAccounts(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + ".identity..", root + ".account..", root + ".twofactor..", root + ".login..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".identity..")
                .because("profiles and friends must be available while Keycloak is down");
    }

    @Test
    void findAProfileThatDependsOnTotals() {
        assertThat(violations(PackageRules.layers(BREACH, LAYERS)))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("breach.profile.Profile"));
        assertThat(violations(PackageRules.noCycles(BREACH))).isNotEmpty();
    }

    @Test
    void findAProfileThatUsesKeycloak() {
        assertThat(violations(keycloakIsOnlyUsedForAccounts(BREACH)))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("breach.profile.Profile"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(BREACH))
                .getFailureReport()
                .getDetails();
    }
}
