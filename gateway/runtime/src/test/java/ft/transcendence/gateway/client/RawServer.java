package ft.transcendence.gateway.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that leaves every byte to the test, which takes its connections in the order in which they are opened. */
public final class RawServer implements AutoCloseable {
    private static final int WAIT_SECONDS = 5;

    private final ServerSocket listener;
    private final Thread acceptor;
    private final BlockingQueue<Peer> accepted = new LinkedBlockingQueue<>();
    private final List<Peer> all = new CopyOnWriteArrayList<>();

    public RawServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public RawServer(ServerSocket listener) {
        this.listener = listener;
        this.acceptor = Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Peer peer = new Peer(listener.accept());
                all.add(peer);
                accepted.add(peer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/graphql?v=1");
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were opened. */
    public int connections() {
        return all.size();
    }

    /** The next connection; fails when none is opened. */
    public Peer next() throws InterruptedException {
        Peer peer = accepted.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (peer == null) {
            throw new AssertionError("Nobody connected");
        }
        return peer;
    }

    @Override
    public void close() {
        try {
            listener.close();
            // the port is open as long as this thread accepts
            acceptor.join();
            for (Peer peer : all) {
                peer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The client's end of a connection, as the server sees it. */
    public static final class Peer {
        private final Socket socket;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(WAIT_SECONDS * 1_000);
            socket.setTcpNoDelay(true);
        }

        /** One whole request, head and body. */
        public String request() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("The request ended: " + bytes.toString(ISO_8859_1));
                }
                bytes.write(next);
            }
            String head = bytes.toString(ISO_8859_1);
            String length = head.replaceAll("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1");
            return head + new String(in.readNBytes(Integer.parseInt(length)), ISO_8859_1);
        }

        public void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        /** A whole response with status 200. */
        public void respond(String body) throws IOException {
            send("HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Whether the client has closed the connection; waits for it. */
        public boolean isClosedByClient() {
            try {
                return socket.getInputStream().read() < 0;
            } catch (IOException reset) {
                return reset instanceof java.net.SocketException;
            }
        }

        /** Closes the connection and waits until the client has noticed. */
        public void hangUp() throws IOException {
            socket.shutdownOutput();
            if (!isClosedByClient()) {
                throw new AssertionError("The client sent something");
            }
        }

        public void close() throws IOException {
            socket.close();
        }
    }

    /** The outcome of a request. */
    public static final class Recorded implements PostCallback {
        private final BlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();

        @Override
        public void onResponse(int status, HttpHeaders headers, byte[] body) {
            outcomes.add(status + " " + new String(body, ISO_8859_1));
        }

        @Override
        public void onFailure(PostFailedException failure) {
            outcomes.add(failure.reason());
        }

        /** {@code STATUS BODY} or the reason of the failure. */
        public Object get() throws InterruptedException {
            Object outcome = outcomes.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (outcome == null) {
                throw new AssertionError("No outcome");
            }
            return outcome;
        }

        public @Nullable Object getNow() {
            return outcomes.peek();
        }
    }
}
