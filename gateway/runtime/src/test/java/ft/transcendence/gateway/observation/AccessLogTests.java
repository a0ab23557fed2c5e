package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ft.transcendence.federation.Caller;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.OperationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;

class AccessLogTests {
    private static final String DOCUMENT = "query Profile($token: String) { viewer(token: $token) { name } }";
    private static final CallerIdentity ADA = new CallerIdentity(
            Caller.authenticated(Set.of("player")),
            "ada-id",
            "Bearer secret-token",
            null,
            new CallerIdentity.Login("session", Instant.EPOCH));

    private final RecordedOperations operations = new RecordedOperations();

    private String line() {
        return AccessLogEntry.of(operations.completed.getFirst()).line();
    }

    private OperationRecord profile(String... headers) {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP, headers);
        record.calledBy(ADA);
        record.received(new GraphQLRequest(DOCUMENT, null, Map.of("token", "secret-variable"), Map.of()));
        return record;
    }

    @Test
    void saysWhatAnOperationDid() {
        OperationRecord record = profile(
                "X-Request-Id", "req-1",
                "traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
                "apollographql-client-name", "web",
                "apollographql-client-version", "1.2.3");
        record.observer().identified(OperationKind.QUERY, "Profile");
        operations.fetch(record, "users", 7);
        operations.fetch(record, "users", 5);
        record.responded(RecordedOperations.response("NOT_FOUND", "users"));
        record.completed(200, 321);

        assertThat(line())
                .matches("status=200 ms=12 bytes=321 transport=http operation=Profile kind=query hash=[0-9a-f]{32}"
                        + " caller=user subject=ada-id client=web version=1\\.2\\.3 request=req-1"
                        + " trace=0123456789abcdef0123456789abcdef refused=- errors=NOT_FOUND@users responses=1"
                        + " subgraphs=users=2/12ms");
    }

    @Test
    void structuredLogHasTheFieldsAsFields() {
        profile().completed(200, 321);
        Logger access = (Logger) LoggerFactory.getLogger("access");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        access.addAppender(logged);
        try {
            MockEnvironment json = new MockEnvironment().withProperty("logging.structured.format.console", "ecs");
            new AccessLog(new AccessLogProperties(true), json).completed(operations.completed.getFirst());
        } finally {
            access.detachAppender(logged);
        }
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getMessage()).isEqualTo("operation");
            assertThat(event.getKeyValuePairs())
                    .extracting(field -> field.key + "=" + field.value)
                    .contains("status=200", "bytes=321", "subject=ada-id");
        });
    }

    @Test
    void neverLogsDocumentVariablesOrToken() {
        profile("authorization", "Bearer secret-header").completed(200, 1);
        assertThat(line()).doesNotContain("viewer", "secret");
    }

    @Test
    void equalDocumentsHaveEqualHashes() {
        profile().completed(200, 1);
        profile().completed(200, 1);
        OperationRecord other = operations.open(OperationRecord.Transport.HTTP);
        other.received(GraphQLRequest.of("{ other }"));
        other.completed(200, 1);

        List<Object> hashes = operations.completed.stream()
                .map(operation -> AccessLogEntry.of(operation).fields().get("hash"))
                .toList();
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
    }

    @Test
    void saysWhyARequestWasRefusedBeforeItWasRead() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        record.refused(GatewayError.RATE_LIMITED);
        record.completed(429, 90);

        assertThat(line())
                .contains("status=429", "operation=- kind=- hash=-", "caller=anonymous", "refused=RATE_LIMITED");
    }

    @Test
    void serviceIsKnownByItsLoginWithoutASession() {
        OperationRecord record = operations.open(OperationRecord.Transport.HTTP);
        record.calledBy(new CallerIdentity(
                Caller.authenticated(Set.of()),
                "game-server",
                null,
                null,
                new CallerIdentity.Login(null, Instant.EPOCH)));
        record.completed(200, 1);
        assertThat(line()).contains("caller=service subject=game-server");
    }

    @Test
    void nothingOfAClientOrSubgraphCanForgeALine() {
        OperationRecord record = operations.open(
                OperationRecord.Transport.HTTP,
                "X-Request-Id",
                "a status=200",
                "apollographql-client-name",
                "web caller=admin",
                "graphql-client-version",
                "1".repeat(65),
                "traceparent",
                "00-zz-1-01");
        record.received(new GraphQLRequest("{", "Profile\nstatus=200 caller=admin", Map.of(), Map.of()));
        record.responded(RecordedOperations.response("OOPS\nstatus=200", null));
        record.completed(400, 1);

        assertThat(line())
                .contains(" operation=- ", " client=- version=- ", " trace=- ", " errors=- ")
                .doesNotContain("\n", "admin", "a status");
        assertThat(record.requestId()).matches("[0-9a-f]{32}");
    }

    @Test
    void rememberedErrorsAreBounded() {
        OperationRecord record = operations.open(OperationRecord.Transport.WEBSOCKET);
        for (int i = 0; i < 50; i++) {
            record.responded(RecordedOperations.response("CODE_" + i, null));
        }
        record.completed(0);

        assertThat(record.errors()).hasSize(10);
        assertThat(line()).contains("status=- ", "transport=websocket", " responses=50 ");
    }

    @Test
    void subscriptionAddsUpItsEvents() {
        OperationRecord record = operations.open(OperationRecord.Transport.EVENT_STREAM);
        GraphQLResponse event = RecordedOperations.response("X", null);
        FetchObserver stream = RecordedOperations.start(record, "users", OperationKind.SUBSCRIPTION);
        for (int i = 0; i < 2; i++) {
            operations.pass(Duration.ofMinutes(1));
            stream.answered(new SubgraphResponse(200, new byte[1]), List.of());
            record.responded(event);
        }
        record.completed(200);
        record.completed(499);

        assertThat(operations.completed).singleElement().satisfies(operation -> {
            assertThat(operation.responseBytes()).isEqualTo(2L * event.size());
            assertThat(operation.status()).isEqualTo(200);
        });
        assertThat(line()).contains("ms=120000 ").endsWith(" subgraphs=users=2/0ms");
    }
}
