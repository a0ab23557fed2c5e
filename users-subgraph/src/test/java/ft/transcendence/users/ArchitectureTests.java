package ft.transcendence.users;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.kafka.annotation.KafkaListener;

/** Which feature may know which. */
@AnalyzeClasses(packages = "ft.transcendence.users", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("ft.transcendence.users.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PROFILES_KNOW_NOTHING_OF_WHAT_IS_BUILT_ON_THEM = noClasses()
            .that()
            .resideInAnyPackage("..profile..", "..identity..", "..mutation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..friendship..", "..totals..", "..twofactor..", "..account..", "..login..")
            .because("each of these is about a profile that exists without it");

    @ArchTest
    static final ArchRule KEYCLOAK_IS_ASKED_FOR_ACCOUNTS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages("..identity..", "..account..", "..twofactor..", "..login..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..identity..")
            .because("profiles and friends are answered while the identity provider is down");

    @ArchTest
    static final ArchRule LISTENERS_ARE_NAMED_ON =
            methods().that().areAnnotatedWith(KafkaListener.class).should().haveName("on");
}
