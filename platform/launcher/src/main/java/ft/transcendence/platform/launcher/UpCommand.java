package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.RestartRequests.Request;
import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.AotCaches.Missing;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, creates the demo data once, and runs until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts the whole platform: databases, Kafka, Keycloak, the fake 42, both subgraphs and the gateway. Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    private static final int POLL_INTERVAL_MILLIS = 200;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--detach", description = "return when everything is ready, and leave the platform running")
    private boolean detach;

    @Option(names = "--no-seed", negatable = true, description = "do not create demo matches and friendships")
    private boolean seed = true;

    @Option(
            names = "--no-training",
            negatable = true,
            description = "do not train class caches, which make later starts faster, after a build")
    private boolean train = true;

    @Option(
            names = "--for-load",
            description =
                    "optimize the applications for load instead of a fast start, without the gateway's rate limit")
    private boolean forLoad;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Home home = platform.home();
        ProcessRegistry earlier = ProcessRegistry.read(home);
        refuseSecondStart(earlier);
        endLeftOvers(earlier, new Progress(out));
        Preflight.check(platform.ports(), platform.workspace());
        return detach ? Detached.launch(platform, home, options(), out) : run(home, new Progress(out));
    }

    private int run(Home home, Progress progress) throws InterruptedException {
        Ports ports = platform.ports();
        Secrets secrets = Secrets.readOrCreate(home.secrets());
        ProcessRegistry registry = ProcessRegistry.begin(home);
        RestartRequests requests = new RestartRequests(home);
        requests.clear();
        PassedSettings settings = new PassedSettings(System.getenv());
        // the training uses the demo data
        AotCaches caches = new AotCaches(seed && train ? Missing.RECORD : Missing.DO_WITHOUT);
        List<Part> parts = new PlatformParts(
                        platform.workspace(),
                        ports,
                        home,
                        secrets,
                        new Installation.Checkout(platform.workspace(), forLoad ? Tuning.LOAD : Tuning.START, caches),
                        caches,
                        settings)
                .all();
        CacheTraining training = new CacheTraining(caches, platform.workspace(), ports, progress);
        PlatformSupervisor supervisor = new PlatformSupervisor(
                parts, RestartPolicy.STANDARD, InstantSource.system(), progress, registry::update);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(supervisor, training, registry, progress), "stop the platform"));

        progress.say("Starting the platform. Logs: " + home.logs());
        settings.report(progress);
        supervisor.start();
        if (seed) {
            new DemoData(ports, secrets, home, progress).createOnce();
        }
        registry.markReady();
        FortyTwo fortyTwo = FortyTwo.chosenBy(System.getenv(), secrets);
        GatewayAddress address = GatewayAddress.chosenBy(System.getenv(), ports);
        progress.say(Welcome.text(ports, address, home, fortyTwo, platform.suffix(), progress.elapsed()));
        training.begin();
        return serve(requests, supervisor);
    }

    /** The options to pass to the detached process. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (!seed) {
            options.add("--no-seed");
        }
        if (!train) {
            options.add("--no-training");
        }
        if (forLoad) {
            options.add("--for-load");
        }
        return options;
    }

    /** Handles the requests of other commands until this process is stopped. */
    private static int serve(RestartRequests requests, PlatformSupervisor supervisor) throws InterruptedException {
        while (true) {
            for (Request request : requests.take()) {
                supervisor.restart(request.part()).whenComplete((took, failure) -> {
                    if (failure == null) {
                        requests.done(request);
                    } else {
                        requests.failed(request, String.valueOf(failure.getMessage()));
                    }
                });
            }
            Thread.sleep(POLL_INTERVAL_MILLIS);
        }
    }

    private static void stop(
            PlatformSupervisor supervisor, CacheTraining training, ProcessRegistry registry, Progress progress) {
        progress.say("Stopping the platform");
        registry.markStopping();
        training.end();
        supervisor.stop();
        training.save();
        registry.end();
    }

    private void refuseSecondStart(ProcessRegistry registry) {
        Optional<ProcessHandle> launcher = registry.launcher();
        if (launcher.isPresent()) {
            throw new PlatformException(
                    "The platform is already running at %s (process %d).%nStop it with ./transcend down%s"
                            .formatted(
                                    platform.ports().gatewayUrl(),
                                    launcher.get().pid(),
                                    platform.suffix()));
        }
    }

    private static void endLeftOvers(ProcessRegistry registry, Progress progress) {
        registry.parts().forEach((name, process) -> {
            progress.say("Stopping " + name + ", left over from a crash (process " + process.pid() + ")");
            Processes.end(process);
        });
        registry.end();
    }
}
