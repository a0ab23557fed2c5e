package ft.transcendence.subgraph.tracing;

import io.opentelemetry.api.trace.Span;
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

/** A data source with a span for each statement of recorded work. The text has placeholders, and no values. */
final class TracedDataSource extends DelegatingDataSource {

    private final Tracing tracing;

    TracedDataSource(DataSource source, Tracing tracing) {
        super(source);
        this.tracing = tracing;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return Span.current().isRecording() ? traced(connection) : connection;
    }

    private Connection traced(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement ? traced(statement, textIn(arguments)) : result;
        });
    }

    private Statement traced(Statement statement, @Nullable String prepared) {
        Class<? extends Statement> type =
                switch (statement) {
                    case CallableStatement _ -> CallableStatement.class;
                    case PreparedStatement _ -> PreparedStatement.class;
                    default -> Statement.class;
                };
        return proxy(
                type,
                (_, method, arguments) -> method.getName().startsWith("execute")
                        ? tracing.statement(
                                prepared == null ? textIn(arguments) : prepared,
                                () -> unwrapped(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private static @Nullable String textIn(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TracedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    /** A statement throws nothing but exceptions. */
    private static @Nullable Object unwrapped(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getTargetException() instanceof Exception known) {
                throw known;
            }
            throw failure;
        }
    }
}
