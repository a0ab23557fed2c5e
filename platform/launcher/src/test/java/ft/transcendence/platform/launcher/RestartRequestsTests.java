package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.launcher.RestartRequests.Answer;
import ft.transcendence.platform.launcher.RestartRequests.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartRequestsTests {

    @TempDir
    private Path folder;

    private RestartRequests launcher;
    private RestartRequests command;

    @BeforeEach
    void makeBothSides() {
        launcher = new RestartRequests(new Home(folder));
        command = new RestartRequests(new Home(folder));
    }

    @Test
    void areTakenOnceAndAnsweredToWhoAsked() {
        Request first = command.ask("users-subgraph");
        Request second = command.ask("kafka");

        assertThat(launcher.take()).containsExactlyInAnyOrder(first, second);
        assertThat(launcher.take()).isEmpty();
        assertThat(command.answer(first)).isEmpty();

        launcher.done(first);
        launcher.failed(second, "the port is taken");
        assertThat(command.answer(first)).contains(new Answer(true, ""));
        assertThat(command.answer(second)).contains(new Answer(false, "the port is taken"));
        assertThat(folder.resolve("requests")).isEmptyDirectory();
    }

    @Test
    void ofAnEarlierLauncherAreForgotten() {
        command.ask("gateway");

        launcher.clear();

        assertThat(launcher.take()).isEmpty();
    }
}
