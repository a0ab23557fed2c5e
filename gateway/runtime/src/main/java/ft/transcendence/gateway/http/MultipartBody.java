package ft.transcendence.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The pieces of a {@code multipart/mixed} body whose parts are JSON. Each part is sent with the delimiter that follows it: clients use a part
 * only when they have seen its end.
 */
final class MultipartBody {
    private static final byte[] HEAD = "\r\ncontent-type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "--\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] delimiter;

    MultipartBody(String boundary) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    /** What precedes the first part. */
    ByteBuf start() {
        return Unpooled.wrappedBuffer(delimiter);
    }

    /** A part with this text, which is given in pieces. */
    ByteBuf part(ByteBuffer... json) {
        ByteBuffer[] all = new ByteBuffer[json.length + 2];
        all[0] = ByteBuffer.wrap(HEAD);
        System.arraycopy(json, 0, all, 1, json.length);
        all[json.length + 1] = ByteBuffer.wrap(delimiter);
        return Unpooled.wrappedBuffer(all);
    }

    ByteBuf end() {
        return Unpooled.wrappedBuffer(CLOSE);
    }
}
