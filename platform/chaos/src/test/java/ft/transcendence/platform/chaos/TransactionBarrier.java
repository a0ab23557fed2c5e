package ft.transcendence.platform.chaos;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A barrier in a database at which every transaction waits until the test releases it. It stops a process exactly between two of its
 * writes, for as long as it takes to kill it. A trigger waits for an advisory lock that the test holds; the application does not notice.
 */
final class TransactionBarrier implements AutoCloseable {

    private static final long LOCK = 20_260_101;

    private final Database database;
    private final Connection holder;
    private final String table;

    private TransactionBarrier(Database database, Connection holder, String table) {
        this.database = database;
        this.holder = holder;
        this.table = table;
    }

    /** Stops every transaction that is about to {@code action} (INSERT, UPDATE or DELETE) a row of {@code table}. */
    static TransactionBarrier before(String action, String table, Database database) {
        try {
            Connection holder = database.connect();
            try (var statement = holder.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
                statement.execute("""
                        CREATE OR REPLACE FUNCTION wait_at_barrier() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            PERFORM pg_advisory_xact_lock_shared(%d);
                            RETURN coalesce(NEW, OLD);
                        END $$
                        """.formatted(LOCK));
                statement.execute("CREATE TRIGGER transaction_barrier BEFORE " + action + " ON " + table
                        + " FOR EACH ROW EXECUTE FUNCTION wait_at_barrier()");
            }
            return new TransactionBarrier(database, holder, table);
        } catch (SQLException failure) {
            throw new IllegalStateException("Could not create the barrier at " + table, failure);
        }
    }

    /** The number of waiting transactions. */
    int waiting() {
        return database.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    }

    /** Aborts the waiting transactions. Their clients are dead, which the server would only notice when writing to them. */
    void abortWaiting() {
        database.rows("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    }

    /** Releases the transactions. */
    @Override
    public void close() {
        try (holder;
                var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            statement.execute("DROP TRIGGER transaction_barrier ON " + table);
        } catch (SQLException failure) {
            throw new IllegalStateException("Could not remove the barrier at " + table, failure);
        }
    }
}
