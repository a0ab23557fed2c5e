package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows which parts are running; the exit status is the state of the platform. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows which parts are running, their memory, how often they were restarted and why.",
            "Exit status: 0 ready, 1 not running, starting or stopping, 3 degraded: at least one part is not running."
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProcessRegistry registry = ProcessRegistry.read(platform.home());
        PlatformState state = registry.state();
        out.printf("%s at %s%n", state.shown(), platform.ports().gatewayUrl());
        if (registry.isLeftOver()) {
            out.printf(
                    "The launcher exited without stopping the platform. See its log: %s%n",
                    platform.home().log(Detached.LOG));
        }
        boolean launched = state != PlatformState.NOT_RUNNING;
        long total = 0;
        for (PartReport part : registry.reports()) {
            long resident = part.process().map(Processes::residentMebibytes).orElse(0L);
            total += resident;
            if (launched || part.process().isPresent()) {
                out.println(line(part, resident));
            }
        }
        if (total > 0) {
            out.printf("  %-18s %-18s %-16s %5d MiB%n", "total", "", "", total);
        }
        return state.exitStatus();
    }

    private static String line(PartReport part, long resident) {
        String line = part.process()
                .map(process -> "  %-18s %-18s process %-8d %5d MiB"
                        .formatted(part.name(), part.state().shown(), process.pid(), resident))
                .orElseGet(
                        () -> "  %-18s %s".formatted(part.name(), part.state().shown()));
        String restarts = part.restarts() == 0 ? "" : "   restarts: " + part.restarts();
        return line + restarts + (part.lastEnd().isEmpty() ? "" : "   last exit: " + part.lastEnd());
    }
}
