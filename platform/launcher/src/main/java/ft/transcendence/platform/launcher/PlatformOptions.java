package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Workspace;
import picocli.CommandLine.Option;

/** Selects the platform that a command works on: the one of this checkout at a port. */
public final class PlatformOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the gateway's port; the other parts use the next ten (default: ${DEFAULT-VALUE})")
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

    /** The option that makes another command work on this platform; empty for the default. */
    public String suffix() {
        return port == Ports.DEFAULT_BASE ? "" : " --port " + port;
    }
}
