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

    private static final Duration ORDERLY = Duration.ofMinutes(5);

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProcessRegistry registry = ProcessRegistry.read(platform.home());
        Optional<ProcessHandle> launcher = registry.launcher();
        Map<String, ProcessHandle> parts = registry.parts();
        if (launcher.isEmpty() && parts.isEmpty()) {
            out.println("No platform is running at " + platform.ports().gatewayUrl());
            return 0;
        }
        launcher.ifPresent(process -> {
            process.destroy();
            if (!Processes.waitFor(process, ORDERLY)) {
                process.destroyForcibly();
            }
        });
        parts.values().stream().filter(ProcessHandle::isAlive).forEach(Processes::end);
        registry.end();
        out.println("Stopped.");
        return 0;
    }
}
