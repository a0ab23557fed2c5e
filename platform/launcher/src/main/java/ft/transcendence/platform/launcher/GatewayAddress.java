package ft.transcendence.platform.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The address of the gateway as browsers see it: its own port, or {@code GATEWAY_PUBLIC_URL} if it is behind a proxy or a web server.
 * Keycloak redirects to this address after a login, and to no other.
 *
 * @param url scheme, host and port, such as {@code https://pong.example}
 */
record GatewayAddress(String url) {

    private static final String SETTING = "GATEWAY_PUBLIC_URL";

    /** @throws PlatformException when the configured address is not just scheme, host and port */
    static GatewayAddress chosenBy(Map<String, String> environment, Ports ports) {
        String chosen = environment.getOrDefault(SETTING, "");
        if (chosen.isEmpty()) {
            return new GatewayAddress(ports.gatewayUrl());
        }
        if (!isOriginAlone(chosen)) {
            throw new PlatformException(
                    "%s must be a scheme, a host and optionally a port, such as https://pong.example, but is %s"
                            .formatted(SETTING, chosen));
        }
        return new GatewayAddress(chosen.toLowerCase(Locale.ROOT));
    }

    /**
     * Checks that the address is still the one that the realm was imported with.
     *
     * @param note the file that stores the first one
     * @throws PlatformException when it differs
     */
    void requireUnchanged(Path note) {
        FixedSetting.requireUnchanged(note, url, "address of the gateway");
    }

    private static boolean isOriginAlone(String url) {
        try {
            return url.matches("(?i)https?://[^/?#@]+") && URI.create(url).getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
