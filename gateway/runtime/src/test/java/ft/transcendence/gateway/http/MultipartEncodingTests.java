package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartEncodingTests {
    private final MultipartEncoding encoding = new MultipartEncoding();

    /** A client uses a part when it has seen the delimiter after it. */
    @Test
    void endsEachPartWithADelimiter() {
        byte[] body = "{\"data\":1}".getBytes(StandardCharsets.UTF_8);
        String stream = textOf(encoding.start())
                + textOf(encoding.result(new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, body, body.length)))
                + textOf(encoding.keepAlive())
                + textOf(encoding.error(GatewayError.UNAVAILABLE))
                + textOf(encoding.end());

        assertThat(stream.split("\r\n--graphql", -1))
                .containsExactly(
                        "",
                        part("{\"payload\":{\"data\":1}}"),
                        part("{}"),
                        part(
                                "{\"payload\":null,\"errors\":[{\"message\":\"The server is shutting down; open the stream again\","
                                        + "\"extensions\":{\"code\":\"UNAVAILABLE\"}}]}"),
                        "--\r\n");
    }

    private static String part(String json) {
        return "\r\ncontent-type: application/json\r\n\r\n" + json;
    }

    private static String textOf(ByteBuf part) {
        return part.toString(StandardCharsets.UTF_8);
    }
}
