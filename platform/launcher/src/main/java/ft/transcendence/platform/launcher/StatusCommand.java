package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what runs; exit status 0 when the platform is ready, 1 when it is not. */
@Command(name = "status", description = "tell which parts run, and their memory")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Running running = Running.read(platform.home());
        Map<String, ProcessHandle> parts = running.parts();
        boolean ready = running.launcher().isPresent() && running.isReady();
        out.printf(
                "%s at %s%n", ready ? "Ready" : "Not running", platform.ports().gatewayUrl());
        long total = 0;
        for (Map.Entry<String, ProcessHandle> part : parts.entrySet()) {
            long resident = Processes.residentMebibytes(part.getValue());
            total += resident;
            out.printf(
                    "  %-18s process %-8d %5d MiB%n",
                    part.getKey(), part.getValue().pid(), resident);
        }
        if (!parts.isEmpty()) {
            out.printf("  %-18s %-16s %5d MiB%n", "together", "", total);
        }
        return ready ? 0 : 1;
    }
}
