package ft.transcendence.platform.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An SQL file divided into steps, each starting with a comment {@code -- step: title}.
 *
 * @param steps the steps with their titles
 */
record SqlScript(List<Step> steps) {

    private static final String MARK = "-- step: ";

    /** One step: its title and its SQL. */
    record Step(String title, String sql) {}

    static SqlScript named(String file) {
        try (InputStream stream = SqlScript.class.getResourceAsStream(file)) {
            return parse(new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static SqlScript parse(String text) {
        return new SqlScript(Stream.of(text.split("(?m)^" + MARK, -1))
                .skip(1)
                .map(part -> {
                    int end = part.indexOf('\n');
                    return new Step(part.substring(0, end).strip(), part.substring(end + 1));
                })
                .toList());
    }

    /** Runs the steps and prints how long each took. */
    void run(Connection connection, String database, PrintWriter out) throws SQLException {
        for (Step step : steps) {
            out.printf("  %-12s %-28s", database, step.title());
            out.flush();
            long begin = System.nanoTime();
            try (var statement = connection.createStatement()) {
                statement.execute(step.sql());
            }
            out.printf("%6.1f s%n", (System.nanoTime() - begin) / 1e9);
            out.flush();
        }
    }
}
