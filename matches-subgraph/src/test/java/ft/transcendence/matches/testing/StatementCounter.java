package ft.transcendence.matches.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records the SQL statements that requests execute, except those of the outbox and of background threads, which load
 * updates for subscribers and check for timed out matches.
 */
public final class StatementCounter {

    private static final Set<String> EXECUTIONS = Set.of("execute", "executeQuery", "executeUpdate", "addBatch");

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** The statements since the last call of this method. */
    public List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return counting(super.getConnection());
            }
        };
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoked(method, connection, arguments);
                    return method.getName().equals("prepareStatement")
                            ? counting((PreparedStatement) result, String.valueOf(arguments[0]))
                            : result;
                });
    }

    /** Counts each row of a batch, since the server executes each of them. */
    private PreparedStatement counting(PreparedStatement statement, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (EXECUTIONS.contains(method.getName())) {
                        note(sql);
                    }
                    return invoked(method, statement, arguments);
                });
    }

    private static Object invoked(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private void note(String sql) {
        if (!sql.contains("outbox_") && !sql.contains("inbox_") && !isInBackground(Thread.currentThread())) {
            statements.add(sql);
        }
    }

    private static boolean isInBackground(Thread thread) {
        String name = thread.getName();
        return name.startsWith("kafka-") || name.startsWith("scheduling-");
    }
}
