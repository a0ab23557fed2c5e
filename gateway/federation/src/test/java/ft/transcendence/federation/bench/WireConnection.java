package ft.transcendence.federation.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One side of a persistent HTTP/1.1 connection, for bodies with a content length only. It does as little as possible, so that driver and
 * subgraphs leave the processors to the gateway.
 */
final class WireConnection implements AutoCloseable {

    private static final int LONGEST_HEAD = 16_384;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] head = new byte[LONGEST_HEAD];

    /**
     * A request or a response.
     *
     * @param startLine request line or status line
     */
    record Message(String startLine, byte[] body) {}

    WireConnection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 65_536);
        this.out = socket.getOutputStream();
    }

    void send(byte[] message) throws IOException {
        out.write(message);
    }

    /** A whole message: start line and headers, each with its line break, then the body. */
    static byte[] message(String startLineAndHeaders, byte[] body) {
        byte[] start = (startLineAndHeaders + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = new byte[start.length + body.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(body, 0, message, start.length, body.length);
        return message;
    }

    /** The other side's next message; fails with an {@link EOFException} if it has closed the connection. */
    Message receive() throws IOException {
        int length = readHead();
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        return new Message(text.substring(0, text.indexOf('\r')), in.readNBytes(bodyLength(text)));
    }

    private int readHead() throws IOException {
        int length = 0;
        while (length < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            head[length++] = (byte) next;
            if (next == '\n' && length > 3 && head[length - 2] == '\r' && head[length - 3] == '\n') {
                return length;
            }
        }
        throw new IOException("A head of more than " + LONGEST_HEAD + " bytes");
    }

    private static int bodyLength(String head) throws IOException {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("A message without " + LENGTH + " " + head);
        }
        return Integer.parseInt(
                head.substring(at + LENGTH.length(), head.indexOf('\r', at)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
