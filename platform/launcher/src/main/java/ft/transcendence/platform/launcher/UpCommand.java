package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.ServerProcess;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, seeds the demo season once, and stays until it is told to stop. */
@Command(name = "up", description = "start the whole platform")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--detach", description = "return when everything is ready and leave it running")
    private boolean detach;

    @Option(names = "--no-seed", negatable = true, description = "start without demo matches and friendships")
    private boolean seed = true;

    @Option(
            names = "--for-load",
            description = "tune the applications for load instead of a quick start, without the gateway's rate limit")
    private boolean forLoad;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Home home = platform.home();
        refuseSecondStart(Running.read(home));
        endLeftOvers(Running.read(home), new Progress(out));
        Preflight.check(platform.ports(), platform.workspace());
        return detach ? Detached.launch(platform, home, options(), out) : run(home, new Progress(out));
    }

    private int run(Home home, Progress progress) throws InterruptedException {
        Ports ports = platform.ports();
        Secrets secrets = Secrets.readOrCreate(home.secrets());
        Running running = Running.begin(home);
        Startup startup = new Startup(progress, running::add);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(startup, running, progress), "stop the platform"));

        progress.say("Starting the platform; logs are in " + home.logs());
        startup.start(
                new PlatformParts(platform.workspace(), ports, home, secrets, forLoad ? Tuning.LOAD : Tuning.START)
                        .all());
        if (seed) {
            new Season(ports, secrets, home, progress).playOnce();
        }
        running.markReady();
        FortyTwo fortyTwo = FortyTwo.chosenBy(System.getenv(), secrets);
        progress.say(Welcome.text(ports, home, fortyTwo, platform.suffix(), progress.elapsed()));
        return stayUntilAPartEnds(startup, progress);
    }

    /** The options that the detached process has to know as well. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (!seed) {
            options.add("--no-seed");
        }
        if (forLoad) {
            options.add("--for-load");
        }
        return options;
    }

    private static int stayUntilAPartEnds(Startup startup, Progress progress) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        for (ServerProcess process : startup.ready()) {
            ProcessHandle.of(process.pid()).ifPresent(handle -> handle.onExit().thenRun(() -> {
                if (startup.isStopping()) {
                    return;
                }
                progress.say(process.name() + " ended by itself; its log: " + process.log());
                ended.countDown();
            }));
        }
        ended.await();
        return 1;
    }

    private static void stop(Startup startup, Running running, Progress progress) {
        progress.say("Stopping the platform");
        startup.stop();
        running.end();
    }

    private void refuseSecondStart(Running running) {
        Optional<ProcessHandle> launcher = running.launcher();
        if (launcher.isPresent()) {
            throw new PlatformException("The platform already runs at %s (process %d).%nStop it by ./transcend down%s"
                    .formatted(platform.ports().gatewayUrl(), launcher.get().pid(), platform.suffix()));
        }
    }

    private static void endLeftOvers(Running running, Progress progress) {
        running.parts().forEach((name, process) -> {
            progress.say("Ending " + name + ", left over from a crash (process " + process.pid() + ")");
            Processes.end(process);
        });
    }
}
