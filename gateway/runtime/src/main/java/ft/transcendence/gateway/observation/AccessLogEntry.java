package ft.transcendence.gateway.observation;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.CompletedOperation;
import ft.transcendence.gateway.operation.OperationRecord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the access log says of one operation, in this order. Never its document, variables, headers or tokens. Text of clients and
 * subgraphs is left out if it could forge a field or a line.
 *
 * @param fields by name; a text, a number, or {@code -} for what is not known
 */
record AccessLogEntry(Map<String, Object> fields) {
    private static final String UNKNOWN = "-";
    private static final Pattern OPERATION = Pattern.compile("[_A-Za-z][_0-9A-Za-z]{0,99}");
    /** Names and versions of clients, and codes of errors. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/+@-]{1,64}");

    static AccessLogEntry of(CompletedOperation operation) {
        OperationRecord record = operation.record();
        CallerIdentity caller = record.caller();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", operation.status() == 0 ? UNKNOWN : operation.status());
        fields.put("ms", operation.duration().toMillis());
        fields.put("bytes", operation.responseBytes());
        fields.put("transport", transportOf(record));
        fields.put("operation", valid(OPERATION, nameOf(record)));
        fields.put("kind", kindOf(record.engine().kind()));
        fields.put("hash", hashOf(record.request()));
        fields.put("caller", callerOf(caller));
        fields.put("subject", caller.subject() == null ? UNKNOWN : caller.subject());
        fields.put("client", valid(WORD, header(record, "apollographql-client-name", "graphql-client-name")));
        fields.put("version", valid(WORD, header(record, "apollographql-client-version", "graphql-client-version")));
        fields.put("request", LogText.or(record.requestId(), UNKNOWN));
        fields.put("trace", LogText.or(record.traceId(), UNKNOWN));
        fields.put(
                "refused",
                operation.error() == null ? UNKNOWN : operation.error().name());
        fields.put("errors", errorsOf(record));
        fields.put("responses", record.responses());
        fields.put("subgraphs", subgraphsOf(record));
        return new AccessLogEntry(fields);
    }

    /** All fields as {@code name=value}. */
    String line() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + field.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String transportOf(OperationRecord record) {
        return switch (record.transport()) {
            case HTTP -> "http";
            case EVENT_STREAM -> "sse";
            case WEBSOCKET -> "websocket";
        };
    }

    /** The name in the document, or the one that an invalid request names. */
    private static @Nullable String nameOf(OperationRecord record) {
        GraphQLRequest request = record.request();
        return record.engine().name() != null || request == null
                ? record.engine().name()
                : request.operationName();
    }

    private static String kindOf(@Nullable OperationKind kind) {
        return kind == null ? UNKNOWN : kind.name().toLowerCase(Locale.ROOT);
    }

    /** The first half of the document's SHA-256. */
    private static String hashOf(@Nullable GraphQLRequest request) {
        return request == null ? UNKNOWN : Sha256.shortHex(request.query());
    }

    private static String callerOf(CallerIdentity caller) {
        CallerIdentity.Login login = caller.login();
        if (caller.subject() == null) {
            return "anonymous";
        }
        return login != null && login.session() == null ? "service" : "user";
    }

    private static @Nullable String header(OperationRecord record, String name, String otherName) {
        String value = record.header(name);
        return value == null ? record.header(otherName) : value;
    }

    /** The codes of the first errors, with the subgraphs that caused them: {@code NOT_FOUND@users}. */
    private static String errorsOf(OperationRecord record) {
        String errors = record.errors().stream()
                .map(error -> valid(WORD, error.code()) + subgraphOf(error))
                .distinct()
                .collect(Collectors.joining(","));
        return errors.isEmpty() ? UNKNOWN : errors;
    }

    private static String subgraphOf(ResponseError error) {
        return error.subgraph() == null ? "" : '@' + error.subgraph();
    }

    /** The calls of each subgraph, and their time: {@code users=2/13ms}. */
    private static String subgraphsOf(OperationRecord record) {
        String subgraphs = record.subgraphs().entrySet().stream()
                .map(called -> called.getKey() + '=' + called.getValue().calls() + '/'
                        + called.getValue().total().toMillis() + "ms")
                .collect(Collectors.joining(","));
        return subgraphs.isEmpty() ? UNKNOWN : subgraphs;
    }

    private static String valid(Pattern form, @Nullable String text) {
        return text != null && form.matcher(text).matches() ? text : UNKNOWN;
    }
}
