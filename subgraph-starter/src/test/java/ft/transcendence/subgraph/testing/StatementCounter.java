package ft.transcendence.subgraph.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Records the SQL statements of requests, except those of the outbox and inbox and of background threads, such as Kafka
 * listeners and scheduled tasks. Each row of a batch counts, since the server executes each of them.
 */
@TestComponent
public final class StatementCounter implements BeanPostProcessor, QueryExecutionListener {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    /** The statements since the last call of this method. */
    public List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    /** The statements executed by the given work. */
    public List<String> during(Runnable work) {
        take();
        work.run();
        return take();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (isInBackground(Thread.currentThread())) {
            return;
        }
        for (QueryInfo query : queries) {
            String sql = query.getQuery();
            if (sql.contains("outbox_") || sql.contains("inbox_")) {
                continue;
            }
            int executions = execution.isBatch() ? query.getParametersList().size() : 1;
            for (int number = 0; number < executions; number++) {
                statements.add(sql);
            }
        }
    }

    private static boolean isInBackground(Thread thread) {
        String name = thread.getName();
        return name.startsWith("kafka-") || name.startsWith("scheduling-");
    }
}
