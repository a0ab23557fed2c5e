package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.Latencies;
import ft.transcendence.platform.benchmark.LoadGenerator.Run;
import ft.transcendence.platform.launcher.PlatformOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets players join the queue at a fixed rate, and measures how long it takes until they have the tickets to their matches. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the queue of a filled platform: what waiting players cost, and the delay from joining to the ticket for the game server.",
            "Players log in, keep the stream of their matches open, join, get their tickets, and are free again when the game server"
                    + " aborts the match. Delays count from the time at which a player was due to join."
        })
final class QueueCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--rate", description = "players who join per second (default: ${DEFAULT-VALUE})")
    private int rate = 50;

    @Option(names = "--seconds", description = "duration of each run (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--players", description = "players who log in (default: ${DEFAULT-VALUE})")
    private int players = 300;

    @Option(
            names = "--waiting",
            description =
                    "players who wait although nobody may play them, while their cost is measured (default: ${DEFAULT-VALUE})")
    private int waiting = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out, System::nanoTime);
        ProcessMeter meter = new ProcessMeter(platform.home(), Map.of());
        try (Connection matchesDb = Databases.of(platform).matches()) {
            progress.say("measuring the empty queue");
            Map<String, Duration> idle = during(meter);
            Map<String, Duration> crowded;
            try (WaitingCrowd crowd = new WaitingCrowd(matchesDb, waiting)) {
                progress.say("measuring %d waiting players", waiting);
                crowded = during(meter);
            }
            List<String> tokens = new QueuePlayers(platform).logIn(players, progress);
            String gateway = platform.ports().gatewayUrl();
            try (QueueRound round = QueueRound.open(gateway, tokens, TokenSource.gameServer(platform))) {
                progress.say("warming up");
                round.run(rate, Duration.ofSeconds(seconds));
                progress.say("%d players join per second", rate);
                meter.lap();
                Run joins = round.run(rate, Duration.ofSeconds(seconds));
                Map<String, Duration> busy = meter.lap();
                print(out, idle, crowded, busy, joins, round.delays());
            }
        }
        return 0;
    }

    private Map<String, Duration> during(ProcessMeter meter) throws InterruptedException {
        meter.lap();
        Thread.sleep(Duration.ofSeconds(seconds));
        return meter.lap();
    }

    private void print(
            PrintWriter out,
            Map<String, Duration> idle,
            Map<String, Duration> crowded,
            Map<String, Duration> busy,
            Run joins,
            Latencies delays) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-18s %12s %12s %12s%n",
                "CPU-ms per second",
                "empty",
                waiting + " wait",
                rate + " joins/s");
        for (String process : idle.keySet()) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %12.1f %12.1f %12.1f%n",
                    process,
                    perSecond(idle.getOrDefault(process, Duration.ZERO)),
                    perSecond(crowded.getOrDefault(process, Duration.ZERO)),
                    perSecond(busy.getOrDefault(process, Duration.ZERO)));
        }
        out.println();
        out.printf(Locale.ROOT, "joined: %d, p50 / p99 of joinQueue: %s ms%n", joins.requests(), joins.latencies());
        out.printf(Locale.ROOT, "tickets: %d, p50 / p99 from joining to the ticket: %s ms%n", delays.count(), delays);
        out.flush();
    }

    private double perSecond(Duration used) {
        return used.toNanos() / 1e6 / seconds;
    }
}
