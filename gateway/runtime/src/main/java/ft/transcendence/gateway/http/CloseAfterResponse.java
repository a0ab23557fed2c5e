package ft.transcendence.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import reactor.netty.NettyPipeline;

/** Makes a connection end with its next response, and tells the client so. A response that opens a WebSocket is left as it is. */
final class CloseAfterResponse extends ChannelOutboundHandlerAdapter {
    private static final String NAME = CloseAfterResponse.class.getName();

    private CloseAfterResponse() {}

    /** Changes a connection, on its event loop. Those that have no HTTP/1 response to come stay as they are. */
    static void install(Channel connection) {
        ChannelPipeline pipeline = connection.pipeline();
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null && pipeline.get(NAME) == null) {
            // the server's handler closes the connection after a response with this header
            pipeline.addAfter(NettyPipeline.HttpTrafficHandler, NAME, new CloseAfterResponse());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            HttpUtil.setKeepAlive(response, false);
        }
        context.write(message, promise);
    }
}
