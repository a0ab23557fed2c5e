package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import io.netty.buffer.ByteBuf;

/** How the results of one subscription are written into the body of a response. */
sealed interface StreamEncoding permits EventStreamEncoding, MultipartEncoding {
    /** What is sent at once, so that the client knows that the stream is open. */
    ByteBuf start();

    ByteBuf result(GraphQLResponse response);

    /** The last message of a stream that the gateway ends. */
    ByteBuf error(GatewayError error);

    /** Shows the client that the connection is alive. */
    ByteBuf keepAlive();

    ByteBuf end();
}
