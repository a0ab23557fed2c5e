package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.load.Measurement.Settings;
import ft.transcendence.platform.load.Result.Measured;
import ft.transcendence.platform.load.Result.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends operations through the gateway of a running platform and reports their cost and latency. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a filled platform through its gateway: what an operation costs after a restart and when the JVMs are warm.",
            "First it restarts the gateway and the subgraphs and reports the CPU time per player page in windows of 10 s (--warm-only skips this)."
                    + " Then it warms up each operation until the CPU time per request no longer falls, and reports CPU time per process,"
                    + " the highest rate, SQL statements, subgraph requests, and the latency at 60 %% of that rate.",
            "Latency at that rate counts from the time at which a request was due, whether or not earlier requests were slow."
                    + " Every response is checked. This program runs on the same machine and uses some of its CPU time.",
            "Start the platform with: ./transcend up --detach --no-seed --for-load"
        },
        footer = {
            "",
            "Operations: 'player page', userByUsername, leaderboard, 'leaderboard middle', 'leaderboard around', search, head-to-head, history,"
                    + " 'history last page', finishMatch, reportScore",
            "",
            "Examples:",
            "  ./transcend load measure --json before.json",
            "  ./transcend load measure --warm-only --operation search --profile profiles",
            "  ./transcend load report before.json after.json",
            "  ./transcend load report after.json --sql"
        })
final class MeasureCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description = "an operation to measure; can be repeated (default: all)")
    private List<String> names = List.of();

    @Option(names = "--warm-only", description = "do not restart the applications, and report warm figures only")
    private boolean warmOnly;

    @Option(names = "--seconds", description = "duration of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(
            names = "--max-warm-up",
            description = "limit for the warm-up of each operation, in seconds (default: ${DEFAULT-VALUE})")
    private int maxWarmUp = 180;

    @Option(names = "--clients", description = "number of concurrent clients (default: ${DEFAULT-VALUE})")
    private int clients = 8;

    @Option(
            names = "--profile",
            paramLabel = "FOLDER",
            description =
                    "record each JVM with JDK Flight Recorder into this folder, in an additional run of each operation,"
                            + " and report the share of each layer in its CPU time")
    private @Nullable Path profiles;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write the result to this file, for ./transcend load report")
    private @Nullable Path json;

    @Option(
            names = "--process",
            paramLabel = "NAME=PID",
            description =
                    "a process outside the platform to measure too, such as another instance of a subgraph; can be repeated")
    private Map<String, Long> processes = Map.of();

    @Option(
            names = "--doc",
            paramLabel = "FILE",
            description = "replace the figures in this Markdown document, such as docs/performance.md")
    private @Nullable Path document;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        requirePositive("--seconds", seconds);
        requirePositive("--max-warm-up", maxWarmUp);
        requirePositive("--clients", clients);
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out, System::nanoTime);
        Databases databases = Databases.of(platform);
        TokenSource gameServer = TokenSource.gameServer(platform);
        try (Connection usersDb = databases.users();
                Connection matchesDb = databases.matches();
                LiveMatches live = new LiveMatches(matchesDb, usersDb, gameServer)) {
            progress.say("choosing players, pairs and pages");
            ReadOperations reads =
                    new ReadOperations(Samples.choose(usersDb, matchesDb), TokenSource.spectator(platform));
            List<Operation> operations = new ArrayList<>(reads.all());
            operations.add(live.finishing());
            operations.add(new ReportedScores(live, gameServer).reporting());
            Result result = measure(chosen(operations), reads, usersDb, matchesDb, progress);
            write(result, out);
        }
        return 0;
    }

    private Result measure(
            List<Operation> operations,
            ReadOperations reads,
            Connection usersDb,
            Connection matchesDb,
            Progress progress)
            throws Exception {
        if (!warmOnly) {
            progress.say("restarting the gateway and the subgraphs");
            Restart.applications(platform.home());
        }
        Settings settings = new Settings(clients, Duration.ofSeconds(seconds), Duration.ofSeconds(maxWarmUp));
        ProcessMeter meter = new ProcessMeter(platform.home(), processes);
        Measurement measurement = new Measurement(
                new GatewayLoad(new GatewayClient(platform.ports().gatewayUrl())),
                meter,
                new RequestCounter(
                        platform.home(),
                        usersDb,
                        matchesDb,
                        new SubgraphRequests(
                                platform.ports(),
                                Secrets.readOrCreate(platform.home().secrets()))),
                Optional.ofNullable(profiles).map(folder -> new Profiler(meter, folder)),
                settings,
                progress);
        List<Window> cold = warmOnly ? List.of() : measurement.cold(reads.playerPage());
        List<Measured> warm = new ArrayList<>();
        for (Operation operation : operations) {
            warm.add(measurement.warm(operation));
        }
        return new Result(
                EnvironmentInfo.describe(
                        Instant.now(), meter, usersDb, matchesDb, settings, measurement.othersPercent()),
                cold,
                warm);
    }

    private List<Operation> chosen(List<Operation> all) {
        List<String> known = all.stream().map(Operation::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new LoadException("There is no operation '%s'. Operations: %s"
                        .formatted(name, known.stream().collect(Collectors.joining("', '", "'", "'"))));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(each -> names.contains(each.name())).toList();
    }

    private void write(Result result, PrintWriter out) throws IOException {
        String report = MarkdownReport.of(result);
        out.println();
        out.print(report);
        out.flush();
        if (json != null) {
            Files.writeString(json, result.toJson());
        }
        if (document != null) {
            Files.writeString(document, DocumentSection.FIGURES.replaceIn(Files.readString(document), report));
        }
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new LoadException("%s must be at least 1, but is %d.".formatted(option, value));
        }
    }
}
