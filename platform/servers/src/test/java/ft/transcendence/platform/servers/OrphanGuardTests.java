package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrphanGuardTests {

    @Test
    void stopsTheChildrenOfAKilledParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine()))
                    .orElseThrow(() -> new AssertionError("the child had already ended"));
            assertThat(child.isAlive()).isTrue();

            parent.destroyForcibly().waitFor();

            child.onExit().get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    /** Starts a child that runs for ten minutes, prints its id and waits to be killed. */
    static final class Parent {

        private Parent() {}

        @SuppressWarnings("SystemOut") // how the test learns the child's id
        public static void main(String[] arguments) throws Exception {
            ServerProcess child = ServerProcess.start(new ProcessSpec(
                    "sleeper", List.of("sleep", "600"), Map.of(), Path.of("target/sleeper.log"), StopSignal.TERM));
            System.out.println(child.pid());
            Thread.currentThread().join();
        }
    }
}
