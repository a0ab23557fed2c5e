package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Workspace;
import picocli.CommandLine.Option;

/** Which platform a command is about: the checkout's, at a port. */
public final class PlatformOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the gateway's port; the other parts take the ten behind it (default: ${DEFAULT-VALUE})")
    private int port = Ports.DEFAULT_BASE;

    public Ports ports() {
        return new Ports(port);
    }

    Workspace workspace() {
        return Workspace.locate();
    }

    public Home home() {
        return Home.of(workspace(), ports());
    }

    /** The words that make another command mean this platform. */
    public String suffix() {
        return port == Ports.DEFAULT_BASE ? "" : " --port " + port;
    }
}
