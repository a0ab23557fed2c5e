package ft.transcendence.platform.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where browsers find the gateway: its own port, or what {@code GATEWAY_PUBLIC_URL} says when a proxy or a site's pages stand in front of
 * it. Keycloak sends people back there after a login, and nowhere else.
 *
 * @param url scheme, host and port, such as {@code https://pong.example}
 */
record GatewayAddress(String url) {

    private static final String SETTING = "GATEWAY_PUBLIC_URL";

    /** @throws PlatformException when the environment's address has more than scheme, host and port */
    static GatewayAddress chosenBy(Map<String, String> environment, Ports ports) {
        String chosen = environment.getOrDefault(SETTING, "");
        if (chosen.isEmpty()) {
            return new GatewayAddress(ports.gatewayUrl());
        }
        if (!isOriginAlone(chosen)) {
            throw new PlatformException("%s is scheme, host and port alone, such as https://pong.example, not %s"
                    .formatted(SETTING, chosen));
        }
        return new GatewayAddress(chosen.toLowerCase(Locale.ROOT));
    }

    /**
     * The realm keeps what it was imported with, so a platform stays with its first address.
     *
     * @param note the file that remembers it
     * @throws PlatformException when it was another one
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
