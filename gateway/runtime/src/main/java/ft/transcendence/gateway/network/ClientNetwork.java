package ft.transcendence.gateway.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The unit of limits by network address: an IPv4 address, or the /64 prefix of an IPv6 address, which belongs to one subscriber.
 */
public final class ClientNetwork {
    private static final int SUBSCRIBER_BYTES = 8;

    private ClientNetwork() {}

    /** The key that all requests of one network share. */
    public static String of(@Nullable InetSocketAddress address) {
        InetAddress host = address == null ? null : address.getAddress();
        return switch (host) {
            case null -> address == null ? "unknown" : address.getHostString();
            case Inet6Address six ->
                HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES)) + "/64";
            default -> host.getHostAddress();
        };
    }
}
