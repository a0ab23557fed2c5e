package ft.transcendence.platform.chaos;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A place in a database where every transaction that comes along is held until the test lets go. So a process stands
 * still exactly between two of its writes, for as long as it takes to kill it. A trigger waits for an advisory lock that
 * the test holds; the application knows nothing of it.
 */
final class HoldingPoint implements AutoCloseable {

    private static final long LOCK = 20_260_101;

    private final Database database;
    private final Connection holder;
    private final String table;

    private HoldingPoint(Database database, Connection holder, String table) {
        this.database = database;
        this.holder = holder;
        this.table = table;
    }

    /** Holds whoever is about to {@code action} (INSERT, UPDATE or DELETE) a row of {@code table}. */
    static HoldingPoint before(String action, String table, Database database) {
        try {
            Connection holder = database.connect();
            try (var statement = holder.createStatement()) {
                statement.execute("select pg_advisory_lock(" + LOCK + ")");
                statement.execute("""
                        create or replace function wait_at_holding_point() returns trigger language plpgsql as $$
                        begin
                            perform pg_advisory_xact_lock_shared(%d);
                            return coalesce(new, old);
                        end $$
                        """.formatted(LOCK));
                statement.execute("create trigger holding_point before " + action + " on " + table
                        + " for each row execute function wait_at_holding_point()");
            }
            return new HoldingPoint(database, holder, table);
        } catch (SQLException failure) {
            throw new IllegalStateException("No holding point at " + table, failure);
        }
    }

    /** How many transactions are held now. */
    int held() {
        return database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted");
    }

    /** Ends what the held transactions began: their clients are dead, and the server would notice only when writing to them. */
    void discardHeld() {
        database.rows("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted");
    }

    /** Lets everybody go on. */
    @Override
    public void close() {
        try (holder;
                var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            statement.execute("drop trigger holding_point on " + table);
        } catch (SQLException failure) {
            throw new IllegalStateException("The holding point at " + table + " stays", failure);
        }
    }
}
