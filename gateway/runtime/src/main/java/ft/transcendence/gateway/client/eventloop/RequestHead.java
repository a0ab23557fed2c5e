package ft.transcendence.gateway.client.eventloop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ft.transcendence.gateway.client.Header;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.URI;
import java.util.List;

/** Writes requests to one target. The part that all of them share is encoded once (RFC 9112, sections 3 and 6.3). */
final class RequestHead {
    private static final int MOST_DIGITS = 10;

    private final byte[] beginning;

    RequestHead(URI target, List<Header> headers) {
        StringBuilder text = new StringBuilder(256);
        text.append("POST ")
                .append(pathOf(target))
                .append(" HTTP/1.1\r\nhost: ")
                .append(hostOf(target));
        for (Header header : headers) {
            text.append("\r\n").append(header.name()).append(": ").append(header.value());
        }
        text.append("\r\ncontent-length: ");
        this.beginning = text.toString().getBytes(ISO_8859_1);
    }

    /** Head and body in one buffer, and so in one write. */
    ByteBuf write(EventLoopPostRequest post, ByteBufAllocator allocator) {
        int length = post.body.remaining();
        ByteBuf out = allocator.directBuffer(beginning.length + MOST_DIGITS + lengthOf(post.headers) + 4 + length);
        out.writeBytes(beginning);
        writeText(out, Integer.toString(length));
        for (Header header : post.headers) {
            out.writeShort('\r' << 8 | '\n');
            writeText(out, header.name());
            out.writeShort(':' << 8 | ' ');
            writeText(out, header.value());
        }
        out.writeInt('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n');
        return out.writeBytes(post.body.duplicate());
    }

    private static void writeText(ByteBuf out, String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }

    private static int lengthOf(List<Header> headers) {
        int length = 0;
        for (Header header : headers) {
            length += header.name().length() + header.value().length() + 4;
        }
        return length;
    }

    private static String pathOf(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    /** Host and port, without user information and without the scheme's default port. */
    private static String hostOf(URI target) {
        return target.getPort() == -1 ? target.getHost() : target.getHost() + ":" + target.getPort();
    }
}
