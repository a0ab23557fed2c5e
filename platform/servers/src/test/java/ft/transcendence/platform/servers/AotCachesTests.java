package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.servers.AotCaches.Missing;
import ft.transcendence.platform.servers.AotCaches.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small program is recorded, and started with its cache. */
class AotCachesTests {

    /** The program. */
    static final class Greeter {

        private Greeter() {}

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void packageTheProgram() throws IOException {
        jar = folder.resolve("greeter.jar");
        packageWith("first build");
    }

    @Test
    void assemblesWhatOneStartRecordedAndUsesItInTheNext() throws IOException {
        assemble();

        assertThat(classesFromTheCache()).contains(Greeter.class.getName());
        assertThat(caches()).hasSize(1);
    }

    @Test
    void doesNotUseACacheOfAnotherBuildAndReplacesIt() throws IOException {
        assemble();
        Path first = caches().getFirst();

        packageWith("second build");
        assertThat(classesFromTheCache()).doesNotContain(Greeter.class.getName());
        assemble();

        assertThat(classesFromTheCache()).contains(Greeter.class.getName());
        assertThat(caches()).hasSize(1).doesNotContain(first);
    }

    @Test
    void doesNotUseACacheOfAnotherCollector() throws IOException {
        assemble();

        List<String> command =
                program(AotCaches.existing()).option("-XX:+UseParallelGC").run(jar, List.of());

        assertThat(command).noneMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    @Test
    void recordsAProgramOnceEvenIfItIsStartedAgain() {
        AotCaches recording = new AotCaches(Missing.RECORD);

        assertThat(AotCaches.isRecording(program(recording).run(jar, List.of())))
                .isTrue();
        assertThat(AotCaches.isRecording(program(recording).run(jar, List.of())))
                .isFalse();
        assertThat(recording.recordings()).extracting(Recording::name).containsExactly("greeter");
    }

    @Test
    void makesNoCacheOfAProgramThatWasKilled() {
        AotCaches recording = new AotCaches(Missing.RECORD);
        program(recording).run(jar, List.of());

        assertThat(recording.recordings().getFirst().assemble()).isEmpty();
        assertThat(caches()).isEmpty();
    }

    @Test
    void startsWithoutACacheAfterADamagedRecording() throws IOException {
        AotCaches recording = new AotCaches(Missing.RECORD);
        String configuration = program(recording).run(jar, List.of()).stream()
                .filter(option -> option.startsWith("-XX:AOTConfiguration="))
                .findFirst()
                .orElseThrow();
        Files.writeString(Path.of(configuration.substring(configuration.indexOf('=') + 1)), "cut off");

        assertThatThrownBy(() -> recording.recordings().getFirst().assemble())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("the cache of greeter");

        assertThat(caches()).isEmpty();
        assertThat(classesFromTheCache()).doesNotContain(Greeter.class.getName());
    }

    private void assemble() {
        AotCaches recording = new AotCaches(Missing.RECORD);
        run(program(recording).run(jar, List.of()));
        assertThat(recording.recordings().getFirst().assemble()).isPresent();
    }

    private JavaProgram program(AotCaches caches) {
        return JavaProgram.withHeap(32).cached(caches, folder.resolve("greeter"));
    }

    /** The classes of a start that were not read from jars. */
    private List<String> classesFromTheCache() throws IOException {
        Path log = folder.resolve("classes.log");
        List<String> command = program(AotCaches.existing()).run(jar, List.of());
        command.add(1, "-Xlog:class+load:file=" + log + "::filecount=0");
        run(command);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: shared objects file"))
                    .map(line -> line.replaceAll(".*\\] (\\S+) source: .*", "$1"))
                    .toList();
        }
    }

    private void run(List<String> command) {
        Distribution.runToEnd("greeter", command, Map.of(), folder.resolve("greeter.log"));
    }

    private List<Path> caches() {
        return Distribution.list(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".aot"))
                .toList();
    }

    private void packageWith(String note) throws IOException {
        String file = Greeter.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream content = Greeter.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write(("Manifest-Version: 1.0\nMain-Class: " + Greeter.class.getName() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("note.txt"));
            out.write(note.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(file));
            Objects.requireNonNull(content, file).transferTo(out);
        }
    }
}
