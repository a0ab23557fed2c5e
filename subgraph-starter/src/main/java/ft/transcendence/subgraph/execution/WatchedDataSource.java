package ft.transcendence.subgraph.execution;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose statements the {@link StatementWatchdog} watches while they are executed. It does nothing else:
 * general proxies record every parameter, in case that a listener asks for it.
 */
final class WatchedDataSource extends DelegatingDataSource {

    private final StatementWatchdog watchdog;

    WatchedDataSource(DataSource source, StatementWatchdog watchdog) {
        super(source);
        this.watchdog = watchdog;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return watched(super.getConnection(username, password));
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement ? watched(statement) : result;
        });
    }

    private Statement watched(Statement statement) {
        Class<? extends Statement> type =
                switch (statement) {
                    case CallableStatement _ -> CallableStatement.class;
                    case PreparedStatement _ -> PreparedStatement.class;
                    default -> Statement.class;
                };
        return proxy(
                type,
                (_, method, arguments) -> method.getName().startsWith("execute")
                        ? watchdog.watch(statement, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
