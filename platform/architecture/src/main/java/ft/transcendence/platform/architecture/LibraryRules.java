package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Rules about a library: its API is at the bottom of its packages, so that these may use it, and its users depend on nothing else. Packages are
 * named as ArchUnit does: {@code com.example..} includes the packages below.
 */
public final class LibraryRules {

    private LibraryRules() {}

    /**
     * Each package depends on its own layer and on earlier ones only.
     *
     * @param root the package that holds all layers
     * @param layers from the bottom to the top, each a package or {@code package..}; all classes must be in one of them
     */
    public static ArchRule layersDependOnEarlierOnes(String root, List<String> layers) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new DependOnEarlierLayers(root, layers))
                .because("the layers have one order: move the class to the layer that may know what it uses,"
                        + " or hand it in through an interface of the lower layer");
    }

    /**
     * What is outside of a library uses its API only.
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
     * The signatures of an API name types of the API only, so that its users need no others.
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
                .because("its users may not depend on internal types");
    }

    private static DescribedPredicate<JavaClass> resideInsideOf(String library, String... api) {
        return JavaClass.Predicates.resideInAPackage(library + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(api)))
                .as("are internal to " + library);
    }

    private static final class DependOnEarlierLayers extends ArchCondition<JavaClass> {

        private final String root;
        private final List<PackageMatcher> layers;

        DependOnEarlierLayers(String root, List<String> layers) {
            super("depend on their own or earlier ones of the layers " + layers);
            this.root = root;
            this.layers = layers.stream().map(PackageMatcher::of).toList();
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int layer = layerOf(type);
            if (layer < 0) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is in none of the layers"));
                return;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (isInside(dependency.getTargetClass()) && layerOf(dependency.getTargetClass()) > layer) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }

        private boolean isInside(JavaClass type) {
            String name = type.getBaseComponentType().getPackageName();
            return name.equals(root) || name.startsWith(root + ".");
        }

        private int layerOf(JavaClass type) {
            String name = type.getBaseComponentType().getPackageName();
            for (int i = 0; i < layers.size(); i++) {
                if (layers.get(i).matches(name)) {
                    return i;
                }
            }
            return -1;
        }
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
