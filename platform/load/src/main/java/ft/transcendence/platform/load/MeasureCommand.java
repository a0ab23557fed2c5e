package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.load.Driver.Run;
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

/** Asks through the gateway, with everything running, and tells what it cost and how long it took. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a filled platform through its gateway: latency, processor time per request and part, SQL statements and subgraph"
                    + " requests of a player page, userByUsername and finishMatch, and how late totals are.",
            "Every answer is checked. The client uses processor time of the same machine."
        })
final class MeasureCommand implements Callable<Integer> {

    private static final int ALONE = 300;
    private static final int COUNTED = 40;
    private static final double STEADY_PART = 0.6;
    private static final double[] RESULT_RATES = {0.25, 0.5, 0.75, 0.9};

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--seconds", description = "how long each run lasts (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(
            names = "--warm-up",
            description = "for how many seconds each operation warms up (default: ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(
            names = "--clients",
            description = "how many clients ask at once for the highest rate (default: ${DEFAULT-VALUE})")
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
        Driver driver = new Driver(new Gateway(platform.ports().gatewayUrl()));
        Report report = new Report();
        try (Connection usersDb = databases.users();
                Connection matchesDb = databases.matches();
                LiveMatches live = new LiveMatches(matchesDb, usersDb, Caller.gameServer(platform))) {
            for (Operation operation :
                    Reads.of(usersDb, Caller.spectator(platform)).operations()) {
                report.add(measure(operation, driver, usersDb, matchesDb, null, out));
            }
            report.add(measure(live.finishing(), driver, usersDb, matchesDb, live, out));
            for (double part : RESULT_RATES) {
                report.add(lag(report.highestRateOfResults() * part, live, driver, out));
            }
            say(out, "comparing totals");
            report.totals(Totals.differing(matchesDb, usersDb));
        }
        out.println();
        out.print(report.text());
        out.flush();
        return report.isRight() ? 0 : 1;
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new LoadException("%s takes a number from 1, not %d.".formatted(option, value));
        }
    }

    private Report.Measured measure(
            Operation operation,
            Driver driver,
            Connection usersDb,
            Connection matchesDb,
            @Nullable LiveMatches live,
            PrintWriter out)
            throws SQLException, IOException, InterruptedException {
        CpuMeter cpu = new CpuMeter(platform.home());
        say(out, operation.name() + ": warming up");
        provide(live, warmUp);
        driver.asFastAs(clients, operation.asks(), Duration.ofSeconds(warmUp));
        say(out, operation.name() + ": statements and subgraph requests");
        provide(live, 1);
        Counted counted = count(operation, driver, usersDb, matchesDb);
        say(out, operation.name() + ": one client");
        Run alone = driver.alone(operation.asks(), ALONE);
        say(out, operation.name() + ": " + clients + " clients");
        provide(live, seconds);
        Run fast = driver.asFastAs(clients, operation.asks(), Duration.ofSeconds(seconds));
        double rate = fast.perSecond() * STEADY_PART;
        say(out, "%s: %.0f per second".formatted(operation.name(), rate));
        provide(live, seconds);
        Map<String, Duration> before = cpu.read();
        Run steady = driver.steadily(rate, operation.asks(), Duration.ofSeconds(seconds));
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

    private Counted count(Operation operation, Driver driver, Connection usersDb, Connection matchesDb)
            throws SQLException, IOException, InterruptedException {
        SubgraphRequests requests = new SubgraphRequests(
                platform.ports(), Secrets.readOrCreate(platform.home().secrets()));
        try (StatementLog users = new StatementLog(usersDb, platform.home().log("users_db"), "users");
                StatementLog matches =
                        new StatementLog(matchesDb, platform.home().log("matches_db"), "matches")) {
            long before = requests.answered();
            driver.alone(operation.asks(), COUNTED);
            List<String> statements = new ArrayList<>(users.statements());
            statements.addAll(matches.statements());
            return new Counted((double) statements.size() / COUNTED, (double) (requests.answered() - before) / COUNTED);
        }
    }

    private Report.Lag lag(double rate, LiveMatches live, Driver driver, PrintWriter out)
            throws SQLException, InterruptedException {
        say(out, "results at %.0f per second".formatted(rate));
        live.provide((int) (rate * seconds) + 1);
        Instant begin = Instant.now();
        Run run = driver.steadily(rate, live.finishing().asks(), Duration.ofSeconds(seconds));
        LiveMatches.Lags lags = live.lags(begin);
        return new Report.Lag(rate, run.perSecond(), run.latencies(), lags.latencies(), lags.rest());
    }

    /** Enough matches for the time, at a rate that is hardly reached. */
    private void provide(@Nullable LiveMatches live, int time) throws SQLException {
        if (live != null) {
            live.provide(Math.max(ALONE + COUNTED, time * 400));
        }
    }

    private static void say(PrintWriter out, String what) {
        out.println("  " + what);
        out.flush();
    }
}
