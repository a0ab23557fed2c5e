package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Server-sent events that name their operation, by <a
 * href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#single-connection-mode">graphql-sse in single connection
 * mode</a>. The protocol has no event for errors, so they are results.
 */
final class SingleConnectionEncoding implements ConnectionOperations.Encoding<ByteBuf> {
    private static final byte[] END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ByteBuf next(String id, GraphQLResponse response) {
        return next(id, response.body());
    }

    @Override
    public Flux<ByteBuf> error(String id, ByteBuffer body) {
        return Flux.just(body).map(errors -> next(id, errors)).concatWith(Flux.defer(() -> Flux.just(complete(id))));
    }

    @Override
    public ByteBuf complete(String id) {
        return Unpooled.wrappedBuffer(begin("complete", id), ByteBuffer.wrap(END));
    }

    private static ByteBuf next(String id, ByteBuffer body) {
        ByteBuffer payload = ByteBuffer.wrap(",\"payload\":".getBytes(StandardCharsets.US_ASCII));
        return Unpooled.wrappedBuffer(begin("next", id), payload, body, ByteBuffer.wrap(END));
    }

    private static ByteBuffer begin(String event, String id) {
        String text = "event: " + event + "\ndata: {\"id\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsCharArray(id)) + '"';
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
