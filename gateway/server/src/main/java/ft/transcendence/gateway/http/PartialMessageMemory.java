package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayErrorException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** What a WebSocket has sent of a message that is not whole yet: it takes room, as a request's body does, and without any it is closed. */
final class PartialMessageMemory extends ChannelInboundHandlerAdapter {
    /** So much is free: nearly all messages are shorter, and arrive in one piece. */
    private static final int FREE = 16 << 10;

    private final RequestMemory.Reservation reservation;
    private long bytes;

    PartialMessageMemory(RequestMemory.Reservation reservation) {
        this.reservation = reservation;
    }

    /** All of the message is there. */
    void whole() {
        if (bytes > FREE) {
            reservation.reserve(0);
        }
        bytes = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        context.fireChannelRead(message);
        if (bytes > FREE) {
            try {
                reservation.reserve(bytes);
            } catch (GatewayErrorException full) {
                context.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        reservation.dispose();
        context.fireChannelInactive();
    }
}
