package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code fit}: which class caches an image accepts. A small program stands for the application. */
@EnabledOnOs(OS.LINUX)
class ImageCacheTests {

    /** The program. */
    static final class Greeter {

        private Greeter() {}

        public static void main(String[] arguments) {
            System.out.println(Greeting.text());
        }
    }

    /** Its library. */
    static final class Greeting {

        private Greeting() {}

        static String text() {
            return "hello";
        }
    }

    @TempDir
    private static Path trained;

    @TempDir
    private Path image;

    @BeforeAll
    static void train() throws Exception {
        Files.createDirectory(trained.resolve("lib"));
        writeJar(trained.resolve("lib/greeting.jar"), Greeting.class, "");
        writeJar(
                trained.resolve("application.jar"),
                Greeter.class,
                "Main-Class: " + Greeter.class.getName() + "\nClass-Path: lib/greeting.jar\n");
        String options = Repository.read("platform/containers/java.options");
        Files.writeString(trained.resolve("java.options"), options);
        String configuration = "-XX:AOTConfiguration=recording";
        java("@java.options", "-XX:AOTMode=record", configuration, "-jar", "application.jar");
        java(
                "@java.options",
                "-XX:AOTMode=create",
                configuration,
                "-XX:AOTCache=application.aot",
                "-cp",
                "application.jar");
        Files.delete(trained.resolve("recording"));
        Files.writeString(trained.resolve("java.options"), options + "-XX:AOTCache=application.aot\n");
        Files.writeString(
                trained.resolve("application.sha256"),
                fit("--checksums", trained.toString()).output());
    }

    @BeforeEach
    void copyTheImage() throws IOException {
        try (Stream<Path> files = Files.walk(trained)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = image.resolve(trained.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The folder is another one than in the training. */
    @Test
    void acceptsTheCacheInTheImage() throws Exception {
        Outcome outcome = fit(image.toString());

        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @Test
    void acceptsAnImageWithoutCache() throws Exception {
        Files.delete(image.resolve("application.aot"));
        Files.writeString(image.resolve("java.options"), Repository.read("platform/containers/java.options"));

        Outcome outcome = fit(image.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.output()).contains("built without a class cache");
    }

    @Test
    void refusesAMissingCache() throws Exception {
        Files.delete(image.resolve("application.aot"));

        assertRefused("does not fit this JVM");
    }

    @Test
    void refusesADamagedCache() throws Exception {
        Files.write(image.resolve("application.aot"), new byte[4096], StandardOpenOption.TRUNCATE_EXISTING);

        assertRefused("does not fit this JVM");
    }

    /** The JVM itself compares times and sizes at most, and executes the classes of the first jar. */
    @ParameterizedTest
    @ValueSource(strings = {"application.jar", "lib/greeting.jar"})
    void refusesACacheOfAnotherJar(String jar) throws Exception {
        Files.write(image.resolve(jar), new byte[1], StandardOpenOption.APPEND);

        assertRefused("does not fit these jars");
    }

    @Test
    void refusesACacheWithoutOneOfTheJars() throws Exception {
        Files.copy(image.resolve("lib/greeting.jar"), image.resolve("lib/another.jar"));

        assertRefused("does not fit these jars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseCompactObjectHeaders", "-XX:-UseCompressedOops", "--add-modules=jdk.jfr"})
    void refusesACacheOfOtherOptions(String option) throws Exception {
        Files.writeString(image.resolve("java.options"), option + "\n", StandardOpenOption.APPEND);

        assertRefused("Unable to use AOT cache", "does not fit this JVM");
    }

    private void assertRefused(String... reasons) throws Exception {
        Outcome outcome = fit(image.toString());

        assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains(reasons);
    }

    private record Outcome(int status, String output) {}

    private static Outcome fit(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Repository.ROOT.resolve("platform/containers/fit").toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("fit", ".out");
        try {
            ProcessBuilder script =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            script.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return new Outcome(script.start().waitFor(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static void java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command)
                .directory(trained.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(status).as(String.join(" ", command)).isZero();
    }

    private static void writeJar(Path jar, Class<?> type, String attributes) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream content = type.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write(("Manifest-Version: 1.0\n" + attributes).getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(file));
            Objects.requireNonNull(content, file).transferTo(out);
        }
    }
}
