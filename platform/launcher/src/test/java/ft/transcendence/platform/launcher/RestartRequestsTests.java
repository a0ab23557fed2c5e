package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.launcher.RestartRequests.Request;
import ft.transcendence.platform.launcher.RestartRequests.Response;
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
    void areHandledOnceAndAnsweredToTheRequester() {
        Request first = command.submit("users-subgraph");
        Request second = command.submit("kafka");

        assertThat(launcher.take()).containsExactlyInAnyOrder(first, second);
        assertThat(launcher.take()).isEmpty();
        assertThat(command.response(first)).isEmpty();

        launcher.done(first);
        launcher.failed(second, "the port is taken");
        assertThat(command.response(first)).contains(new Response(true, ""));
        assertThat(command.response(second)).contains(new Response(false, "the port is taken"));
        assertThat(folder.resolve("requests")).isEmptyDirectory();
    }

    @Test
    void ofAnEarlierLauncherAreDiscarded() {
        command.submit("gateway");

        launcher.clear();

        assertThat(launcher.take()).isEmpty();
    }
}
