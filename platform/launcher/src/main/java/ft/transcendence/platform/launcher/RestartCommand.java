package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.RestartRequests.Request;
import ft.transcendence.platform.launcher.RestartRequests.Response;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restarts one part of a running platform; exit status 0 when it is ready, 1 when it is not. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Restarts one part of the running platform, with its data, and returns when it is ready.")
final class RestartCommand implements Callable<Integer> {

    private static final int POLL_INTERVAL_MILLIS = 200;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "PART", description = "a part listed by ./transcend status")
    private String part = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getOut());
        ProcessRegistry registry = ProcessRegistry.read(platform.home());
        refuseWithoutPlatform(registry.state());
        refuseUnknown(registry.reports().stream().map(PartReport::name).toList());
        RestartRequests requests = new RestartRequests(platform.home());
        return await(requests.submit(part), requests, progress);
    }

    private int await(Request request, RestartRequests requests, Progress progress) throws InterruptedException {
        Optional<PartState> shown = Optional.empty();
        while (true) {
            Optional<Response> response = requests.response(request);
            if (response.isPresent()) {
                return report(response.get(), progress);
            }
            ProcessRegistry registry = ProcessRegistry.read(platform.home());
            if (registry.launcher().isEmpty() || registry.state() == PlatformState.STOPPING) {
                throw new PlatformException("The platform was stopped before " + part + " was ready.");
            }
            Optional<PartState> state = registry.reports().stream()
                    .filter(report -> report.name().equals(part))
                    .map(PartReport::state)
                    .filter(now -> now != PartState.READY)
                    .findFirst();
            if (state.isPresent() && !state.equals(shown)) {
                progress.state(part, state.get());
                shown = state;
            }
            Thread.sleep(POLL_INTERVAL_MILLIS);
        }
    }

    private int report(Response response, Progress progress) {
        if (response.done()) {
            progress.say("%s is ready after %.1f s".formatted(part, progress.elapsed()));
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("transcend: " + part + " did not become ready: " + response.reason());
        err.println("The launcher keeps trying. Watch it with ./transcend status" + platform.suffix());
        return 1;
    }

    private void refuseWithoutPlatform(PlatformState state) {
        if (state == PlatformState.NOT_RUNNING || state == PlatformState.STOPPING) {
            throw new PlatformException("%s at %s. Start the platform with ./transcend up%s"
                    .formatted(state.shown(), platform.ports().gatewayUrl(), platform.suffix()));
        }
    }

    private void refuseUnknown(List<String> known) {
        if (!known.contains(part)) {
            throw new PlatformException("There is no part '%s'.%s Parts: %s"
                    .formatted(part, Suggestion.didYouMean(known, part), String.join(", ", known)));
        }
    }
}
