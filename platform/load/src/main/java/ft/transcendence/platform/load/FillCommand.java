package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes players and a year of matches directly into both databases. */
@Command(
        name = "fill",
        mixinStandardHelpOptions = true,
        description = {
            "Writes players and a year of matches directly into both databases of a running platform.",
            "Results, statistics and the totals in users are consistent. Ratings are plausible but not computed, so replaying the ledger gives others.",
            "The players have no accounts, so nobody can log in as one of them. To remove them, also after an interruption: ./transcend reset."
        })
final class FillCommand implements Callable<Integer> {

    private static final int MIN_PLAYERS = 8;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--players", description = "number of players (default: ${DEFAULT-VALUE})")
    private int players = 100_000;

    @Option(names = "--matches", description = "number of matches (default: ${DEFAULT-VALUE})")
    private int matches = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Databases databases = Databases.of(platform);
        long begin = System.nanoTime();
        try (Connection matchesDb = databases.matches();
                Connection usersDb = databases.users()) {
            fill(matchesDb, usersDb, new Size(players, matches), out);
        }
        out.printf(
                "%,d players and %,d matches in %d s%n", players, matches, (System.nanoTime() - begin) / 1_000_000_000);
        return 0;
    }

    /** How much to write. */
    record Size(int players, int matches) {

        Size {
            if (players < MIN_PLAYERS || matches < 1) {
                throw new LoadException("--players must be at least " + MIN_PLAYERS + " and --matches at least 1.");
            }
        }
    }

    static void fill(Connection matchesDb, Connection usersDb, Size size, PrintWriter out)
            throws SQLException, IOException {
        requireUnfilled(usersDb);
        set(matchesDb, size);
        SqlScript.named("players.sql").run(matchesDb, "matches_db", out);
        SqlScript.named("matches.sql").run(matchesDb, "matches_db", out);
        SqlScript.named("indexes.sql").run(matchesDb, "matches_db", out);
        set(usersDb, size);
        SqlScript.named("players.sql").run(usersDb, "users_db", out);
        Totals.copy(matchesDb, usersDb);
        SqlScript.named("users.sql").run(usersDb, "users_db", out);
        SqlScript.named("indexes.sql").run(usersDb, "users_db", out);
    }

    private static void set(Connection connection, Size size) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET load.players = " + size.players());
            statement.execute("SET load.matches = " + size.matches());
        }
    }

    private static void requireUnfilled(Connection usersDb) throws SQLException {
        try (var statement = usersDb.createStatement();
                var found = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM profile WHERE id = md5('load-player-0')::uuid)")) {
            found.next();
            if (found.getBoolean(1)) {
                throw new LoadException(
                        "This platform is already filled. To fill it again, run ./transcend reset and start it.");
            }
        }
    }
}
