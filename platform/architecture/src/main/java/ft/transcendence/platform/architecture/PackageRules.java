package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for a module's packages: no cycles, layered dependencies, and no public classes that only their own package uses. */
public final class PackageRules {

    /** Names the root package as a layer. */
    public static final String ROOT_PACKAGE = ".";

    private PackageRules() {}

    /**
     * Packages have no cyclic dependencies. A package does not include its subpackages.
     *
     * @param root the package above all of them, which counts as well
     */
    public static ArchRule noCycles(String root) {
        return slices().assignedFrom(new EachPackage(root))
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one large package: move what both sides need below them");
    }

    /**
     * Each package depends only on packages of lower layers, and not on its neighbours in its own layer. The root package is above all layers,
     * unless one of them names it: the API of a library is at the bottom, so that all its packages may use it.
     *
     * @param root the package above all of them
     * @param topDown the layers, the highest first: names of packages below the root, separated by spaces, or {@link #ROOT_PACKAGE}; a package
     *     below the root that is not named belongs to the nearest one above it that is
     */
    public static ArchRule layers(String root, String... topDown) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new DependOnLowerLayers(root, topDown))
                .because("the layers are, from the top: " + String.join(" | ", topDown)
                        + "; move what a lower layer needs down, or invert the dependency with an interface");
    }

    /**
     * A class is public only when another package uses it. Exceptions are left out: those that another package only names in a
     * {@code switch} cannot be told from unused ones in byte code.
     *
     * @param root the package above all of them
     * @param api packages whose classes are for other modules
     */
    public static ArchRule internalsArePackagePrivate(String root, String... api) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(api)
                .and()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areNotAssignableTo(Throwable.class)
                .should(new BeUsedByAnotherPackage())
                .allowEmptyShould(true)
                .because("every public class becomes part of an API: omit the modifier");
    }

    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isBelow(root, type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }

    /** A package that a layer names; the highest layer has depth 0. */
    private record Member(String name, int depth) {}

    private static final class DependOnLowerLayers extends ArchCondition<JavaClass> {
        private final String root;
        private final Map<String, Member> members = new HashMap<>();

        DependOnLowerLayers(String root, String... topDown) {
            super("depend on lower layers only");
            this.root = root;
            for (int depth = 0; depth < topDown.length; depth++) {
                for (String name : topDown[depth].split(" ", -1)) {
                    members.put(name.equals(ROOT_PACKAGE) ? root : root + "." + name, new Member(name, depth));
                }
            }
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.getPackageName().equals(root) && !members.containsKey(root)) {
                return;
            }
            Member own = memberOf(type);
            if (own == null) {
                events.add(violated(type, type.getName() + " is in a package that no layer names"));
                return;
            }
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                Member used = memberOf(target);
                boolean allowed =
                        used == null ? !isBelow(root, target) : used.equals(own) || used.depth() > own.depth();
                if (!allowed) {
                    events.add(violated(dependency, dependency.getDescription()));
                }
            });
        }

        private @Nullable Member memberOf(JavaClass type) {
            String name = type.getPackageName();
            while (name.startsWith(root + ".") && !members.containsKey(name)) {
                name = name.substring(0, name.lastIndexOf('.'));
            }
            return name.equals(root) && !type.getPackageName().equals(root) ? null : members.get(name);
        }
    }

    private static final class BeUsedByAnotherPackage extends ArchCondition<JavaClass> {
        BeUsedByAnotherPackage() {
            super("be used by another package");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean used = type.getDirectDependenciesToSelf().stream()
                    .map(dependency -> dependency.getOriginClass().getPackageName())
                    .anyMatch(origin -> !origin.equals(type.getPackageName()));
            if (!used) {
                events.add(violated(type, type.getName() + " is public, and only its own package uses it"));
            }
        }
    }

    private static boolean isBelow(String root, JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}
