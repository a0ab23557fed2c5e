package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Applications on Java 21 can load every class of the engine, whichever JDK has compiled it. */
class ClassFileVersionTests {

    private static final int CLASS_FILE = 0xCAFEBABE;
    private static final int JAVA_21 = 65;

    @Test
    void isThatOfJava21() throws IOException {
        assertThat(versions(Path.of("target/classes"))).containsExactly(JAVA_21);
    }

    @Test
    void isReadFromTheFile() throws IOException {
        assertThat(versions(Path.of("target/test-classes")))
                .as("tests are compiled for the JDK of the build")
                .containsExactly(44 + Runtime.version().feature());
    }

    private static Set<Integer> versions(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(ClassFileVersionTests::version)
                    .collect(Collectors.toSet());
        }
    }

    private static int version(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            assertThat(in.readInt()).isEqualTo(CLASS_FILE);
            in.readUnsignedShort();
            return in.readUnsignedShort();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
