package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.Latencies;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.launcher.PlatformOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports results at fixed rates, and measures how long it takes until the totals of their players are updated. */
@Command(
        name = "delays",
        mixinStandardHelpOptions = true,
        description = {
            "Reports results of matches at fixed rates, and measures the delay from the end of a match to its players' totals in users.",
            "A rate is sustained if it is reached, and all totals are updated within 2 s after the last result."
                    + " At the end, the totals of all players are compared with their match history.",
            "Exit status: 0 all totals match, 1 some do not."
        })
final class DelayCommand implements Callable<Integer> {

    private static final Duration NO_BACKLOG = Duration.ofSeconds(2);
    private static final double REACHED = 0.97;
    private static final String ROW = "%-13s %9s %17s %21s %10s%n";

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "RATE",
            description = "results per second, separated by commas (default: ${DEFAULT-VALUE})",
            defaultValue = "50,100,200")
    private List<Integer> rates = List.of();

    @Option(names = "--seconds", description = "duration of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * Results reported at a fixed rate.
     *
     * @param due results per second that were due
     * @param reached results per second that were accepted
     * @param reporting latencies of the mutation
     * @param delays from the end of a match to its players' totals
     * @param rest how long after the last response the last total was written
     */
    private record Delay(int due, double reached, Latencies reporting, Latencies delays, Duration rest) {

        boolean isSustained() {
            return reached >= due * REACHED && rest.compareTo(NO_BACKLOG) < 0;
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out, System::nanoTime);
        Databases databases = Databases.of(platform);
        GatewayLoad load = new GatewayLoad(new GatewayClient(platform.ports().gatewayUrl()));
        try (Connection usersDb = databases.users();
                Connection matchesDb = databases.matches();
                LiveMatches live = new LiveMatches(matchesDb, usersDb, TokenSource.gameServer(platform))) {
            List<Delay> delays = new ArrayList<>();
            for (int rate : rates) {
                progress.say("%d results per second", rate);
                delays.add(delay(rate, live, load));
            }
            progress.say("comparing totals");
            int differing = Totals.differing(matchesDb, usersDb);
            print(delays, differing, out);
            return differing == 0 ? 0 : 1;
        }
    }

    private Delay delay(int rate, LiveMatches live, GatewayLoad load) throws Exception {
        live.ensureAvailable(rate * seconds);
        Instant begin = Instant.now();
        Run run = load.atFixedRate(rate, live.finishing().requests(), Duration.ofSeconds(seconds))
                .requireSuccess(0);
        LiveMatches.Delays delays = live.delays(begin);
        return new Delay(rate, run.perSecond(), run.latencies(), delays.latencies(), delays.rest());
    }

    private static void print(List<Delay> delays, int differing, PrintWriter out) {
        out.println();
        out.printf(ROW, "results/s due", "accepted", "latency, ms", "delay of totals, ms", "sustained");
        out.printf(ROW, "", "", "p50 / p99", "p50 / p99", "");
        for (Delay each : delays) {
            out.printf(
                    ROW,
                    each.due(),
                    String.format(Locale.ROOT, "%.0f", each.reached()),
                    each.reporting(),
                    each.delays(),
                    each.isSustained() ? "yes" : "no");
        }
        out.println();
        out.println(
                differing == 0
                        ? "Every response was correct, and all totals match the history."
                        : differing + " players have totals that differ from their match history.");
        out.flush();
    }
}
