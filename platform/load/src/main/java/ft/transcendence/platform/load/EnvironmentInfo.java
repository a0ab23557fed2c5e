package ft.transcendence.platform.load;

import ft.transcendence.platform.load.Result.Environment;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes what is measured. */
final class EnvironmentInfo {

    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";
    private static final String UNKNOWN = "unknown";

    private EnvironmentInfo() {}

    static Environment describe(
            Instant now,
            ProcessMeter meter,
            Connection usersDb,
            Connection matchesDb,
            Measurement.Settings settings,
            Optional<Double> othersPercent)
            throws SQLException {
        return new Environment(
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                commit(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                isForLoad(meter),
                count(usersDb, "profile"),
                count(matchesDb, "match"),
                settings.clients(),
                (int) settings.run().toSeconds(),
                othersPercent);
    }

    private static boolean isForLoad(ProcessMeter meter) {
        return Stream.of(meter.process("gateway").info().arguments().orElse(new String[0]))
                .noneMatch(FIRST_COMPILER_ONLY::equals);
    }

    private static long count(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String commit() {
        String commit = git("rev-parse", "--short", "HEAD");
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + "-dirty";
    }

    private static String git(String... arguments) {
        Path root = Workspace.locate().root();
        List<String> command = Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(arguments))
                .toList();
        try {
            Process process = new ProcessBuilder(command).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? output : UNKNOWN;
        } catch (IOException noGit) {
            return UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
