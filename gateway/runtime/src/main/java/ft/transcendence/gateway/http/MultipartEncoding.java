package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Parts of a multipart body, by <a
 * href="https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol">Apollo's multipart
 * protocol for subscriptions</a>: a part with {@code payload} for each result, an empty object as a heartbeat, and a part with
 * {@code errors} beside the payload when the gateway ends the stream.
 */
final class MultipartEncoding implements StreamEncoding {
    private static final MultipartBody BODY = new MultipartBody("graphql");
    private static final byte[] HEARTBEAT = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE_PAYLOAD = "{\"payload\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_PAYLOAD = "}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_PAYLOAD = "{\"payload\":null,".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ByteBuf start() {
        return BODY.start();
    }

    @Override
    public ByteBuf result(GraphQLResponse response) {
        return BODY.part(ByteBuffer.wrap(BEFORE_PAYLOAD), response.body(), ByteBuffer.wrap(AFTER_PAYLOAD));
    }

    @Override
    public ByteBuf error(GatewayError error) {
        byte[] body = ErrorBody.of(error, error.message());
        // the members of the error's object, as members of this one
        return BODY.part(ByteBuffer.wrap(NO_PAYLOAD), ByteBuffer.wrap(body, 1, body.length - 1));
    }

    @Override
    public ByteBuf keepAlive() {
        return BODY.part(ByteBuffer.wrap(HEARTBEAT));
    }

    @Override
    public ByteBuf end() {
        return BODY.end();
    }
}
