package ft.transcendence.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** What a WebSocket has sent of a message that is not whole yet: it takes room, as a request's body does, and without any it is closed. */
final class PartialMessage extends ChannelInboundHandlerAdapter {
    /** So much is free: nearly all messages are shorter, and arrive in one piece. */
    private static final int FREE = 16 << 10;

    private final RequestRoom.Place place;
    private long bytes;

    PartialMessage(RequestRoom.Place place) {
        this.place = place;
    }

    /** All of the message is there. */
    void whole() {
        if (bytes > FREE) {
            place.hold(0);
        }
        bytes = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        context.fireChannelRead(message);
        if (bytes > FREE) {
            try {
                place.hold(bytes);
            } catch (GatewayErrorException full) {
                context.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        place.dispose();
        context.fireChannelInactive();
    }
}
