package ft.transcendence.gateway.client;

import java.net.URI;
import java.time.Duration;

/**
 * Sends POST requests over persistent HTTP/1.1 connections, on the server's event loops and with Reactor Netty's name resolution.
 *
 * <p>It is not a general-purpose client: no redirects, cookies or compression. A request is sent at most once.
 */
public interface PostClient extends AutoCloseable {
    /**
     * An address to send requests to.
     *
     * @param address {@code http} or {@code https}
     * @param responseTimeout time for a whole response, from when its request is sent
     * @throws IllegalArgumentException when the address is not an absolute HTTP address
     */
    PostTarget target(URI address, Duration responseTimeout);

    /** Closes all connections. Requests in flight fail. */
    @Override
    void close();
}
