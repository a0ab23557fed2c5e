package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Rules about a library: its users depend on its API only, and its API names no internal types. */
public final class LibraryRules {

    private LibraryRules() {}

    /**
     * Code outside of a library uses only its API.
     *
     * @param library the package that holds the library
     * @param api the packages that its users may depend on
     */
    public static ArchRule othersUseOnlyTheApiOf(String library, String... api) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(library + "..")
                .should()
                .dependOnClassesThat(resideInsideOf(library, api))
                .because("everything but " + List.of(api) + " is internal and changes without notice");
    }

    /**
     * Public signatures of an API contain only types of the API.
     *
     * @param library the package that holds the library
     * @param api the packages that its users may depend on
     */
    public static ArchRule apiNamesNoInternalTypes(String library, String... api) {
        return classes()
                .that()
                .resideInAnyPackage(api)
                .and()
                .arePublic()
                .should(new NameOnlyPublicTypes(resideInsideOf(library, api)))
                .because("users of the library may not depend on internal types");
    }

    private static DescribedPredicate<JavaClass> resideInsideOf(String library, String... api) {
        return JavaClass.Predicates.resideInAPackage(library + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(api)))
                .as("are internal to " + library);
    }

    private static final class NameOnlyPublicTypes extends ArchCondition<JavaClass> {

        private final DescribedPredicate<JavaClass> internal;

        NameOnlyPublicTypes(DescribedPredicate<JavaClass> internal) {
            super("name no internal types in public signatures");
            this.internal = internal;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getCodeUnits().stream()
                    .filter(unit -> isVisible(unit))
                    .forEach(unit -> unit.getAllInvolvedRawTypes().stream()
                            .filter(internal)
                            .forEach(named -> events.add(SimpleConditionEvent.violated(
                                    unit, unit.getFullName() + " names " + named.getName()))));
            type.getFields().stream()
                    .filter(field -> isVisible(field))
                    .forEach(field -> field.getAllInvolvedRawTypes().stream()
                            .filter(internal)
                            .forEach(named -> events.add(SimpleConditionEvent.violated(
                                    field, field.getFullName() + " names " + named.getName()))));
        }

        private static boolean isVisible(HasModifiers member) {
            return member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
        }
    }
}
