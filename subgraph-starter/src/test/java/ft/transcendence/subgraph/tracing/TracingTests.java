package ft.transcendence.subgraph.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.tracing.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TracingTests {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";
    private static final String PARENT = "00-" + TRACE + "-0123456789abcdef-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-0123456789abcdef-00";

    /** Keeps finished spans, in the order of their ends. */
    private static final class Kept implements SpanExporter {
        final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> finished) {
            spans.addAll(finished);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private final Kept kept = new Kept();
    private final Tracing tracing = new Tracing(new Spans("players", 0, SimpleSpanProcessor.create(kept)));
    private final DataSource database = new TracedDataSource(fake(DataSource.class), tracing);

    /** A database that answers nothing, and fails for the statement "broken". */
    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                TracingTests.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (arguments != null && "broken".equals(arguments[0])) {
                        throw new SQLException("broken");
                    }
                    return switch (method.getName()) {
                        case "getConnection" -> fake(Connection.class);
                        case "prepareStatement" -> fake(PreparedStatement.class);
                        case "createStatement" -> fake(Statement.class);
                        case "execute" -> true;
                        default -> null;
                    };
                }));
    }

    private void request(String traceParent) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql");
        request.addHeader("traceparent", traceParent);
        new TraceFilter(tracing, "/graphql").doFilter(request, new MockHttpServletResponse(), (_, _) -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement("SELECT name FROM players WHERE id = ?");
                    Statement other = connection.createStatement()) {
                statement.executeQuery();
                assertThat(other.execute("SELECT 1")).isTrue();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static List<String> names(List<SpanData> spans) {
        return spans.stream().map(SpanData::getName).toList();
    }

    @Test
    void requestContinuesTheGatewaysTraceAndItsStatementsAreItsChildren() throws Exception {
        request(PARENT);

        assertThat(names(kept.spans)).containsExactly("database", "database", "POST /graphql");
        SpanData request = kept.spans.getLast();
        assertThat(request.getParentSpanId()).isEqualTo("0123456789abcdef");
        assertThat(kept.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(kept.spans.subList(0, 2))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(request.getSpanId());
        assertThat(kept.spans.subList(0, 2))
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                .containsExactly("SELECT name FROM players WHERE id = ?", "SELECT 1");
    }

    @Test
    void nothingIsRecordedOfARequestThatTheGatewayDidNotSample() throws Exception {
        request(UNSAMPLED);
        assertThat(kept.spans).isEmpty();
    }

    @Test
    void eventGoesThroughOutboxAndInboxInOneTrace() {
        List<String> stored = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        tracing.process("commands", PARENT, () -> stored.add(tracing.traceParent()));
        tracing.send("match-completions", stored.getFirst(), () -> sent.add(tracing.traceParent()));
        tracing.process("match-completions", sent.getFirst(), () -> {});

        assertThat(names(kept.spans))
                .containsExactly("process commands", "send match-completions", "process match-completions");
        assertThat(kept.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(kept.spans.get(1).getParentSpanId())
                .isEqualTo(kept.spans.get(0).getSpanId());
        assertThat(kept.spans.get(2).getParentSpanId())
                .isEqualTo(kept.spans.get(1).getSpanId());
    }

    @Test
    void failureIsMarkedAndPassedOn() {
        assertThatThrownBy(() -> tracing.process("events", PARENT, () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept.spans).singleElement().satisfies(span -> assertThat(span.getStatus())
                .isEqualTo(StatusData.error()));
    }

    @Test
    void failedStatementThrowsWhatTheDatabaseDoes() {
        tracing.process("events", PARENT, () -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("broken"))
                        .isInstanceOf(SQLException.class)
                        .hasMessage("broken");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(kept.spans.getFirst().getStatus()).isEqualTo(StatusData.error());
    }

    @Test
    void workThatIsNotPartOfATraceBeginsNone() {
        List<String> seen = new ArrayList<>();
        tracing.send("events", null, () -> seen.add(String.valueOf(tracing.traceParent())));
        Tracing.OFF.process("events", PARENT, () -> seen.add(String.valueOf(Tracing.OFF.traceParent())));

        assertThat(seen).containsExactly("null", "null");
        assertThat(kept.spans).isEmpty();
    }
}
