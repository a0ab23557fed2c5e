package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Parts of a multipart body, by <a
 * href="https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol">Apollo's multipart
 * protocol for subscriptions</a>: a part with {@code payload} for each result, an empty object as a heartbeat, and a part with
 * {@code errors} beside the payload when the gateway ends the stream.
 *
 * <p>Each part is sent with the delimiter that follows it: clients use a part only when they have seen its end.
 */
final class MultipartEncoding implements StreamEncoding {
    private static final byte[] DELIMITER = "\r\n--graphql".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "\r\ncontent-type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEARTBEAT = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE_PAYLOAD = "{\"payload\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_PAYLOAD = "}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_PAYLOAD = "{\"payload\":null,".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "--\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ByteBuf start() {
        return Unpooled.wrappedBuffer(DELIMITER);
    }

    @Override
    public ByteBuf result(GraphQLResponse response) {
        return part(ByteBuffer.wrap(BEFORE_PAYLOAD), response.body(), ByteBuffer.wrap(AFTER_PAYLOAD));
    }

    @Override
    public ByteBuf error(GatewayError error) {
        byte[] body = ErrorBody.of(error, error.message());
        // the members of the error's object, as members of this one
        return part(ByteBuffer.wrap(NO_PAYLOAD), ByteBuffer.wrap(body, 1, body.length - 1));
    }

    @Override
    public ByteBuf keepAlive() {
        return part(ByteBuffer.wrap(HEARTBEAT));
    }

    @Override
    public ByteBuf end() {
        return Unpooled.wrappedBuffer(CLOSE);
    }

    private static ByteBuf part(ByteBuffer... json) {
        ByteBuffer[] all = new ByteBuffer[json.length + 2];
        all[0] = ByteBuffer.wrap(HEAD);
        System.arraycopy(json, 0, all, 1, json.length);
        all[json.length + 1] = ByteBuffer.wrap(DELIMITER);
        return Unpooled.wrappedBuffer(all);
    }
}
