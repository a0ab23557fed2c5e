package ft.transcendence.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one platform, all on loopback and numbered from the gateway's.
 *
 * @param base the gateway's port
 */
public record Ports(int base) {

    static final int DEFAULT_BASE = 8080;

    public Ports {
        if (base < 1024 || base > 65_525) {
            throw new PlatformException("--port must be a number from 1024 to 65525.");
        }
    }

    public int gateway() {
        return base;
    }

    public int keycloak() {
        return base + 1;
    }

    public int users() {
        return base + 2;
    }

    public int matches() {
        return base + 3;
    }

    int fortyTwo() {
        return base + 4;
    }

    int kafka() {
        return base + 5;
    }

    int kafkaController() {
        return base + 6;
    }

    public int usersDatabase() {
        return base + 7;
    }

    public int matchesDatabase() {
        return base + 8;
    }

    int keycloakManagement() {
        return base + 9;
    }

    public int gatewayManagement() {
        return base + 10;
    }

    public String gatewayUrl() {
        return "http://localhost:" + gateway();
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak();
    }

    public String issuer() {
        return keycloakUrl() + "/realms/" + PlatformParts.REALM;
    }

    /** Every port and who listens on it, in order. */
    Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(gateway(), "gateway");
        all.put(keycloak(), "keycloak");
        all.put(users(), "users-subgraph");
        all.put(matches(), "matches-subgraph");
        all.put(fortyTwo(), "fake-42");
        all.put(kafka(), "kafka");
        all.put(kafkaController(), "kafka");
        all.put(usersDatabase(), "users_db");
        all.put(matchesDatabase(), "matches_db");
        all.put(keycloakManagement(), "keycloak");
        all.put(gatewayManagement(), "gateway");
        return all;
    }
}
