package ft.transcendence.platform.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL statements of a subgraph, from the log of its database server, while this is open. */
final class StatementLog implements AutoCloseable {

    private static final Pattern STATEMENT =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[\\d+] (\\w+) LOG:  execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern FRAME =
            Pattern.compile("(?i)(BEGIN|COMMIT|ROLLBACK|SET|SHOW)\\b.*|\\s*", Pattern.DOTALL);
    /** The outbox's worker polls ten times a second, and only its statements for actual events count. Instances observe each second. */
    private static final Pattern POLLING =
            Pattern.compile("outbox_(instance|partition)|(?s)^\\s*SELECT.*outbox_record|\\bobservation\\b");

    private final Connection server;
    private final Path log;
    private final String database;
    private final long begin;

    /**
     * Turns statement logging on.
     *
     * @param server a superuser connection
     * @param log the server's log
     * @param database the database whose statements count
     */
    StatementLog(Connection server, Path log, String database) throws SQLException, IOException {
        this.server = server;
        this.log = log;
        this.database = database;
        configure("ALTER SYSTEM SET log_line_prefix = '%m [%p] %d '", "ALTER SYSTEM SET log_statement = 'all'");
        // sessions apply it before their next statement
        pause();
        this.begin = Files.size(log);
    }

    /** The statements so far, without polling and transaction control. */
    List<String> statements() {
        pause();
        try (var file = Files.newByteChannel(log)) {
            byte[] text = new byte[(int) (file.size() - begin)];
            file.position(begin);
            var buffer = ByteBuffer.wrap(text);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
            return parse(new String(text, StandardCharsets.UTF_8), database);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> parse(String log, String database) {
        List<String> statements = new ArrayList<>();
        // continuation lines of a statement begin with a tab
        for (String entry : log.split("\n(?!\t)", -1)) {
            Matcher statement = STATEMENT.matcher(entry);
            if (statement.matches() && statement.group(1).equals(database)) {
                String sql = statement.group(2);
                if (!FRAME.matcher(sql).matches() && !POLLING.matcher(sql).find()) {
                    statements.add(sql);
                }
            }
        }
        return statements;
    }

    @Override
    public void close() throws SQLException {
        configure("ALTER SYSTEM RESET log_statement", "ALTER SYSTEM RESET log_line_prefix");
    }

    private void configure(String... settings) throws SQLException {
        try (var statement = server.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
