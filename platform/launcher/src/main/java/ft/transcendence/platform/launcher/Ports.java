package ft.transcendence.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one platform, all on loopback, counted from the gateway's.
 *
 * @param base the gateway's port
 */
record Ports(int base) {

    static final int DEFAULT_BASE = 8080;

    Ports {
        if (base < 1024 || base > 65_525) {
            throw new PlatformException("--port takes a number from 1024 to 65525.");
        }
    }

    int gateway() {
        return base;
    }

    int keycloak() {
        return base + 1;
    }

    int users() {
        return base + 2;
    }

    int matches() {
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

    int usersDatabase() {
        return base + 7;
    }

    int matchesDatabase() {
        return base + 8;
    }

    int keycloakManagement() {
        return base + 9;
    }

    int gatewayManagement() {
        return base + 10;
    }

    String gatewayUrl() {
        return "http://localhost:" + gateway();
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak();
    }

    String issuer() {
        return keycloakUrl() + "/realms/transcendence";
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
