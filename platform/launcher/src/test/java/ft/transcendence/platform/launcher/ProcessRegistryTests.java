package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRegistryTests {

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(folder.resolve("8080"));
    }

    @Test
    void reportsTheStateOfThePlatform() {
        assertThat(state()).isEqualTo(PlatformState.NOT_RUNNING);
        ProcessRegistry registry = ProcessRegistry.begin(home);
        registry.update(report("gateway", PartState.READY));
        assertThat(state()).isEqualTo(PlatformState.STARTING);
        registry.markReady();
        assertThat(state()).isEqualTo(PlatformState.READY);
        registry.update(report("gateway", PartState.BACKING_OFF));
        assertThat(state()).isEqualTo(PlatformState.DEGRADED);
        registry.update(report("gateway", PartState.READY));
        assertThat(state()).isEqualTo(PlatformState.READY);
        registry.markStopping();
        assertThat(state()).isEqualTo(PlatformState.STOPPING);
        registry.end();
        assertThat(state()).isEqualTo(PlatformState.NOT_RUNNING);
    }

    @Test
    void isNotReadyWithoutARunningLauncher() throws IOException {
        Files.createDirectories(home.folder());
        // the process exists but started at another time: its id was reused
        Files.writeString(home.running(), """
                launcher=%d@1999-12-31T23\\:59\\:59Z
                ready=true
                gateway.state=READY
                """.formatted(ProcessHandle.current().pid()));

        ProcessRegistry registry = ProcessRegistry.read(home);

        assertThat(registry.state()).isEqualTo(PlatformState.NOT_RUNNING);
        assertThat(registry.isReady()).isFalse();
        assertThat(registry.isLeftOver()).isTrue();
    }

    @Test
    void storesRestartsAndTheLastExit() {
        ProcessRegistry.begin(home)
                .update(new PartReport(
                        "users_db",
                        PartState.READY,
                        Optional.of(ProcessHandle.current()),
                        3,
                        "was killed by signal 9 @ noon"));

        assertThat(ProcessRegistry.read(home).reports()).singleElement().satisfies(report -> {
            assertThat(report.name()).isEqualTo("users_db");
            assertThat(report.restarts()).isEqualTo(3);
            assertThat(report.lastEnd()).isEqualTo("was killed by signal 9 @ noon");
            assertThat(report.process()).contains(ProcessHandle.current());
        });
    }

    @Test
    void excludesASecondLauncher() {
        ProcessRegistry.begin(home);

        assertThatThrownBy(() -> ProcessRegistry.begin(home))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("Another ./transcend up");
    }

    private PlatformState state() {
        return ProcessRegistry.read(home).state();
    }

    private static PartReport report(String name, PartState state) {
        return new PartReport(name, state, Optional.empty(), 0, "");
    }
}
