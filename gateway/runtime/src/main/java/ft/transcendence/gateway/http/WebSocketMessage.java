package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message of a client, in terms of {@code graphql-transport-ws}. */
sealed interface WebSocketMessage {
    /** @param authorization token of {@code payload.authorization}, for clients that cannot set headers */
    record Init(@Nullable String authorization) implements WebSocketMessage {}

    record Subscribe(String id, GraphQLRequest operation) implements WebSocketMessage {}

    /** A {@code subscribe} rejected for a reason that the client can act on. */
    record Rejected(String id, GatewayErrorException reason) implements WebSocketMessage {}

    record Complete(String id) implements WebSocketMessage {}

    record Ping() implements WebSocketMessage {}

    record Pong() implements WebSocketMessage {}

    /** Reads and writes messages. */
    @Component
    final class Codec {
        static final String ACK = "{\"type\":\"connection_ack\"}";
        static final String PING = "{\"type\":\"ping\"}";
        static final String PONG = "{\"type\":\"pong\"}";

        private final JsonMapper json = new JsonMapper();
        private final OperationReader operations;

        Codec(OperationReader operations) {
            this.operations = operations;
        }

        /** Fails with a {@link GatewayErrorException} when the text is not a valid message. */
        WebSocketMessage read(String text) {
            JsonNode message = parse(text);
            JsonNode payload = message.path("payload");
            return switch (message.path("type").asString("")) {
                case "connection_init" -> new Init(authorizationOf(payload));
                case "ping" -> new Ping();
                case "pong" -> new Pong();
                case "complete" -> new Complete(idOf(message));
                case "subscribe" -> subscribe(idOf(message), payload);
                default -> throw malformed("Unknown message type");
            };
        }

        private WebSocketMessage subscribe(String id, JsonNode payload) {
            try {
                return new Subscribe(id, operations.fromBody(payload.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (GatewayErrorException e) {
                if (e.error() == GatewayError.MALFORMED_REQUEST) {
                    throw e;
                }
                return new Rejected(id, e);
            }
        }

        String next(String id, GraphQLResponse response) {
            return start(id, "next") + ",\"payload\":" + textOf(response.body()) + "}";
        }

        /** @param body an error response, whose errors become the payload */
        String error(String id, ByteBuffer body) {
            return start(id, "error") + ",\"payload\":" + parse(textOf(body)).path("errors") + "}";
        }

        String complete(String id) {
            return start(id, "complete") + "}";
        }

        private String start(String id, String type) {
            return "{\"id\":" + json.writeValueAsString(id) + ",\"type\":\"" + type + "\"";
        }

        private JsonNode parse(String text) {
            try {
                return json.readTree(text);
            } catch (JacksonException e) {
                throw malformed("The message is not well-formed JSON");
            }
        }

        private static @Nullable String authorizationOf(JsonNode payload) {
            String value = payload.path("authorization").asString("");
            String found = value.isEmpty() ? payload.path("Authorization").asString("") : value;
            return found.isEmpty() ? null : found;
        }

        private static String idOf(JsonNode message) {
            String id = message.path("id").asString("");
            if (id.isEmpty() || id.length() > ConnectionOperations.LONGEST_ID) {
                throw malformed("The message has no usable id");
            }
            return id;
        }

        private static String textOf(ByteBuffer body) {
            return StandardCharsets.UTF_8.decode(body).toString();
        }

        private static GatewayErrorException malformed(String message) {
            return new GatewayErrorException(GatewayError.MALFORMED_REQUEST, message);
        }
    }
}
