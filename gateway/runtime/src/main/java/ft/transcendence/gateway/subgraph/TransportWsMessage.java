package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of a subgraph, by <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>.
 *
 * @param payload as it will be passed on: a GraphQL response for {@code next} and {@code error}; null for any other
 */
@SuppressWarnings("ArrayRecordComponent")
record TransportWsMessage(Type type, byte @Nullable [] payload) {
    enum Type {
        CONNECTION_ACK,
        NEXT,
        ERROR,
        COMPLETE,
        PING,
        PONG
    }

    static final String PONG = "{\"type\":\"pong\"}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws IllegalArgumentException when it is no message of the protocol */
    static TransportWsMessage of(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            Type type = Type.valueOf(message.path("type").asString("").toUpperCase(Locale.ROOT));
            return new TransportWsMessage(type, payloadOf(type, message.path("payload")));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("The subgraph sent something that is not JSON", malformed);
        }
    }

    private static byte @Nullable [] payloadOf(Type type, JsonNode payload) {
        return switch (type) {
            case NEXT -> JSON.writeValueAsBytes(payload);
            case ERROR -> {
                ObjectNode response = JSON.createObjectNode();
                response.set("errors", payload);
                yield JSON.writeValueAsBytes(response);
            }
            case CONNECTION_ACK, COMPLETE, PING, PONG -> null;
        };
    }

    /** The first message to a subgraph. Servers that do not see the headers of the handshake find them here. */
    static String connectionInit(List<Header> headers) {
        ObjectNode message = JSON.createObjectNode().put("type", "connection_init");
        ObjectNode payload = message.putObject("payload");
        headers.forEach(header -> payload.put(header.name(), header.value()));
        return JSON.writeValueAsString(message);
    }

    static String subscribe(ByteBuffer body) {
        return "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + StandardCharsets.UTF_8.decode(body.duplicate())
                + "}";
    }
}
