package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events, by <a
 * href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode">graphql-sse in distinct
 * connections mode</a>: one operation per response, an event {@code next} for each result, and {@code complete} at the end.
 */
final class EventStreamEncoding implements StreamEncoding {
    private static final byte[] COMPLETE = "event: complete\ndata:\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = "event: next\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ByteBuf start() {
        return keepAlive();
    }

    @Override
    public ByteBuf result(GraphQLResponse response) {
        return next(response.body());
    }

    @Override
    public ByteBuf error(GatewayError error) {
        return next(ByteBuffer.wrap(ErrorBody.of(error, error.message())));
    }

    @Override
    public ByteBuf keepAlive() {
        return Unpooled.wrappedBuffer(COMMENT);
    }

    @Override
    public ByteBuf end() {
        return Unpooled.wrappedBuffer(COMPLETE);
    }

    private static ByteBuf next(ByteBuffer body) {
        return Unpooled.wrappedBuffer(ByteBuffer.wrap(BEFORE), body, ByteBuffer.wrap(AFTER));
    }
}
