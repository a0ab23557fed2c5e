package ft.transcendence.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitOnOutOfMemoryTests {

    @ParameterizedTest
    @ValueSource(strings = {"thread", "direct memory"})
    void exitsWhereTheJvmOptionWouldNot(String resource) throws Exception {
        Process process = start(resource);

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Terminating due to java.lang.OutOfMemoryError");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    @Test
    void ignoresOtherExceptions() throws Exception {
        Process process = start("none");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Exception in thread \"worker\" java.lang.IllegalStateException");
        assertThat(process.waitFor()).isZero();
    }

    private static Process start(String resource) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:MaxDirectMemorySize=1m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        resource)
                .redirectErrorStream(true)
                .start();
    }

    /** One thread dies, while another would keep the process running forever. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            ExitOnOutOfMemory.install();
            Thread worker = new Thread(() -> work(arguments[0]), "worker");
            worker.start();
            worker.join();
            if (!arguments[0].equals("none")) {
                Thread.currentThread().join();
            }
        }

        private static void work(String resource) {
            switch (resource) {
                // a stack larger than the address space cannot be allocated
                case "thread" -> new Thread(null, () -> {}, "large", 1L << 46).start();
                case "direct memory" -> ByteBuffer.allocateDirect(1 << 24);
                default -> throw new IllegalStateException(resource);
            }
        }
    }
}
