package ft.transcendence.gateway.http;

import ft.transcendence.gateway.error.GatewayErrorException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Accounts for the received part of an incomplete WebSocket message, like a request's body. Closes the WebSocket when
 * there is no memory for it.
 */
final class PartialMessageMemory extends ChannelInboundHandlerAdapter {
    /** Bytes that are not counted: nearly all messages are shorter and arrive in one piece. */
    private static final int FREE = 16 << 10;

    private final RequestMemory.Reservation reservation;
    private long bytes;

    PartialMessageMemory(RequestMemory.Reservation reservation) {
        this.reservation = reservation;
    }

    /** The message is complete. */
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
