package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The API that users of the library may depend on is what its module exports to everybody. {@code public-api.txt} lists it, so that it only changes on
 * purpose.
 * {@code ./mvnw test -pl gateway/federation -Dtest=PublicApiTests -Dgolden.update} rewrites the file, and reviewers see the difference.
 */
class PublicApiTests {

    /** The packages of the API. */
    static final String[] PACKAGES = exports()
            .filter(exported -> !exported.isQualified())
            .map(Exports::source)
            .sorted()
            .toArray(String[]::new);

    private static final Path LISTING = Path.of("src/test/resources/public-api.txt");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    @Test
    void isInTwoPackages() {
        assertThat(PACKAGES).containsExactly("ft.transcendence.federation", "ft.transcendence.federation.engine");
    }

    @Test
    void leavesInternalPackagesToTheComposer() {
        assertThat(exports().filter(Exports::isQualified))
                .allSatisfy(exported -> assertThat(exported.targets()).containsExactly("ft.transcendence.composition"))
                .extracting(Exports::source)
                .containsExactlyInAnyOrder(
                        "ft.transcendence.federation.plan.selection",
                        "ft.transcendence.federation.planner.graph",
                        "ft.transcendence.federation.supergraph",
                        "ft.transcendence.federation.supergraph.reader");
    }

    @Test
    void isListed() throws IOException {
        String api = listing(new ImportOption.DoNotIncludeTests());
        if (System.getProperty("golden.update") != null) {
            Files.writeString(LISTING, api);
        }
        assertThat(api).as("the public API; -Dgolden.update rewrites the file").isEqualTo(Files.readString(LISTING));
    }

    @Test
    void noticesANewPublicType() throws IOException {
        assertThat(listing(
                        new ImportOption.DoNotIncludeTests(),
                        location -> location.contains("/NamesInternalType.class")))
                .contains("interface ft.transcendence.federation.NamesInternalType\n    void write(JsonWriter)\n")
                .isNotEqualTo(Files.readString(LISTING));
    }

    private static Stream<Exports> exports() {
        try (InputStream module = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(module).exports().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String listing(ImportOption... included) {
        return new ClassFileImporter()
                        .withImportOption(location -> Stream.of(included).anyMatch(option -> option.includes(location)))
                        .importPackages(PACKAGES)
                        .stream()
                        .filter(type -> Arrays.asList(PACKAGES).contains(type.getPackageName()))
                        .map(JavaClass::reflect)
                        .filter(PublicApiTests::isVisible)
                        .sorted(Comparator.comparing(Class::getName))
                        .map(PublicApiTests::describe)
                        .collect(Collectors.joining("\n"));
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static String describe(Class<?> type) {
        String members = Stream.of(
                        constants(type),
                        signatures(type.getDeclaredConstructors()),
                        signatures(type.getDeclaredMethods()))
                .flatMap(Collection::stream)
                .map(member -> "    " + member + "\n")
                .collect(Collectors.joining());
        return kind(type) + " " + type.getName() + "\n" + members;
    }

    private static Collection<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && !field.isSynthetic())
                .map(field -> field.getName())
                .toList();
    }

    private static Collection<String> signatures(Executable[] members) {
        return Arrays.stream(members)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
                .filter(member -> !member.getDeclaringClass().isEnum() || !OF_EVERY_ENUM.contains(member.getName()))
                .map(PublicApiTests::signature)
                .sorted()
                .toList();
    }

    /** The signature without packages, which make lines long. */
    private static String signature(Executable member) {
        return member.toGenericString()
                .replaceAll("(?:\\w+\\.)+(?=[A-Z])", "")
                .replaceAll("^public (?:final |abstract )?", "")
                .replace(member.getDeclaringClass().getName().replaceAll("^.*\\.", "") + ".", "");
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return "record";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isInterface() ? "interface" : "class";
    }
}
