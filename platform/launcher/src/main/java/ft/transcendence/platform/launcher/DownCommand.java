package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a running platform and returns when all of its processes are gone. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the platform; its data stays.")
final class DownCommand implements Callable<Integer> {

    private static final Duration ORDERLY = Duration.ofSeconds(120);

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Running running = Running.read(platform.home());
        Optional<ProcessHandle> launcher = running.launcher();
        Map<String, ProcessHandle> parts = running.parts();
        if (launcher.isEmpty() && parts.isEmpty()) {
            out.println("Nothing runs at " + platform.ports().gatewayUrl());
            return 0;
        }
        launcher.ifPresent(process -> {
            process.destroy();
            if (!Processes.waitFor(process, ORDERLY)) {
                process.destroyForcibly();
            }
        });
        parts.values().stream().filter(ProcessHandle::isAlive).forEach(Processes::end);
        running.end();
        out.println("Stopped.");
        return 0;
    }
}
