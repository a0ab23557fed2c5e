package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.load.LoadGenerator.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "Measures a filled platform through its gateway: latency, CPU time per request and part, SQL statements and subgraph requests"
                    + " of a player page, userByUsername and finishMatch, and the delay of totals.",
            "Every response is checked. The client uses CPU time of the same machine."
        })
final class MeasureCommand implements Callable<Integer> {

    private static final int SEQUENTIAL_REQUESTS = 300;
    private static final int COUNTED_REQUESTS = 40;
    private static final double STEADY_FRACTION = 0.6;
    private static final double[] RESULT_RATES = {0.25, 0.5, 0.75, 0.9};

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--seconds", description = "duration of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(names = "--warm-up", description = "seconds of warm-up per operation (default: ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(
            names = "--clients",
            description = "number of concurrent clients for the highest rate (default: ${DEFAULT-VALUE})")
    private int clients = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        requirePositive("--seconds", seconds);
        requirePositive("--warm-up", warmUp);
        requirePositive("--clients", clients);
        PrintWriter out = spec.commandLine().getOut();
        Databases databases = Databases.of(platform);
        LoadGenerator generator =
                new LoadGenerator(new GatewayClient(platform.ports().gatewayUrl()));
        Report report = new Report();
        try (Connection usersDb = databases.users();
                Connection matchesDb = databases.matches();
                LiveMatches live = new LiveMatches(matchesDb, usersDb, TokenSource.gameServer(platform))) {
            for (Operation operation :
                    ReadOperations.of(usersDb, TokenSource.spectator(platform)).operations()) {
                report.add(measure(operation, generator, usersDb, matchesDb, null, out));
            }
            report.add(measure(live.finishing(), generator, usersDb, matchesDb, live, out));
            for (double part : RESULT_RATES) {
                report.add(delay(report.highestRateOfResults() * part, live, generator, out));
            }
            say(out, "comparing totals");
            report.totals(Totals.differing(matchesDb, usersDb));
        }
        out.println();
        out.print(report.text());
        out.flush();
        return report.isCorrect() ? 0 : 1;
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new LoadException("%s must be at least 1, but is %d.".formatted(option, value));
        }
    }

    private Report.Measured measure(
            Operation operation,
            LoadGenerator generator,
            Connection usersDb,
            Connection matchesDb,
            @Nullable LiveMatches live,
            PrintWriter out)
            throws SQLException, IOException, InterruptedException {
        CpuMeter cpu = new CpuMeter(platform.home());
        say(out, operation.name() + ": warming up");
        ensureAvailable(live, warmUp);
        generator.closedLoop(clients, operation.requests(), Duration.ofSeconds(warmUp));
        say(out, operation.name() + ": statements and subgraph requests");
        ensureAvailable(live, 1);
        Counted counted = count(operation, generator, usersDb, matchesDb);
        say(out, operation.name() + ": one client");
        Run alone = generator.sequentially(operation.requests(), SEQUENTIAL_REQUESTS);
        say(out, operation.name() + ": " + clients + " clients");
        ensureAvailable(live, seconds);
        Run fast = generator.closedLoop(clients, operation.requests(), Duration.ofSeconds(seconds));
        double rate = fast.perSecond() * STEADY_FRACTION;
        say(out, "%s: %.0f per second".formatted(operation.name(), rate));
        ensureAvailable(live, seconds);
        Map<String, Duration> before = cpu.read();
        Run steady = generator.atFixedRate(rate, operation.requests(), Duration.ofSeconds(seconds));
        return new Report.Measured(
                operation.name(),
                counted.statements(),
                counted.subgraphRequests(),
                alone.latencies(),
                fast.perSecond(),
                rate,
                steady.latencies(),
                cpu.perRequest(before, steady.latencies().count()));
    }

    private record Counted(double statements, double subgraphRequests) {}

    private Counted count(Operation operation, LoadGenerator generator, Connection usersDb, Connection matchesDb)
            throws SQLException, IOException, InterruptedException {
        SubgraphRequests requests = new SubgraphRequests(
                platform.ports(), Secrets.readOrCreate(platform.home().secrets()));
        try (StatementLog users = new StatementLog(usersDb, platform.home().log("users_db"), "users");
                StatementLog matches =
                        new StatementLog(matchesDb, platform.home().log("matches_db"), "matches")) {
            long before = requests.answered();
            generator.sequentially(operation.requests(), COUNTED_REQUESTS);
            List<String> statements = new ArrayList<>(users.statements());
            statements.addAll(matches.statements());
            return new Counted(
                    (double) statements.size() / COUNTED_REQUESTS,
                    (double) (requests.answered() - before) / COUNTED_REQUESTS);
        }
    }

    private Report.Delay delay(double rate, LiveMatches live, LoadGenerator generator, PrintWriter out)
            throws SQLException, InterruptedException {
        say(out, "results at %.0f per second".formatted(rate));
        live.ensureAvailable((int) (rate * seconds) + 1);
        Instant begin = Instant.now();
        Run run = generator.atFixedRate(rate, live.finishing().requests(), Duration.ofSeconds(seconds));
        LiveMatches.Delays delays = live.delays(begin);
        return new Report.Delay(rate, run.perSecond(), run.latencies(), delays.latencies(), delays.rest());
    }

    /** Creates enough matches for this time at a rate that is hardly ever reached. */
    private void ensureAvailable(@Nullable LiveMatches live, int time) throws SQLException {
        if (live != null) {
            live.ensureAvailable(Math.max(SEQUENTIAL_REQUESTS + COUNTED_REQUESTS, time * 400));
        }
    }

    private static void say(PrintWriter out, String what) {
        out.println("  " + what);
        out.flush();
    }
}
