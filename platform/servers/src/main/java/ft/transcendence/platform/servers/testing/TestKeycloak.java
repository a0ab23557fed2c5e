package ft.transcendence.platform.servers.testing;

import ft.transcendence.platform.servers.FreePorts;
import ft.transcendence.platform.servers.KeycloakServer;
import ft.transcendence.platform.servers.KeycloakServer.Credentials;
import ft.transcendence.platform.servers.KeycloakServer.Database;
import ft.transcendence.platform.servers.KeycloakServer.Settings;
import ft.transcendence.platform.servers.LocalRealm;
import ft.transcendence.platform.servers.TokenClient;
import ft.transcendence.platform.servers.testing.TestPostgres.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shared Keycloak, with the realm {@code transcendence}, its local players and made-up secrets. */
public final class TestKeycloak {

    /** The password of every local player, such as {@code ada}. */
    public static final String PLAYER_PASSWORD = "Pong-demo-1234";

    /** The administrator of the whole server, in the realm {@code master}. */
    public static final Credentials ADMIN = new Credentials("admin", "admin-test-password");

    private static final String REALM = "transcendence";

    private final KeycloakServer server;
    private final TokenClient tokens;

    private TestKeycloak(KeycloakServer server) {
        this.server = server;
        this.tokens = new TokenClient(URI.create(server.issuer(REALM)));
    }

    /** The server's address, such as {@code http://localhost:34567}. */
    public String url() {
        return server.url();
    }

    /** The issuer of the realm's tokens; key set and endpoints are found from it. */
    public String issuer() {
        return server.issuer(REALM);
    }

    /** The secret of a confidential client: {@code gateway}, {@code game-server} or {@code users-subgraph}. */
    public String clientSecret(String clientId) {
        return clientId + "-test-secret-0123456789abcdef";
    }

    /** An access token of a local player, such as {@code ada}, from a login with the password. */
    public String playerToken(String username) {
        return tokens.ofPlayer(username, PLAYER_PASSWORD);
    }

    /** An access token of a service account: {@code game-server} or {@code users-subgraph}. */
    public String serviceToken(String clientId) {
        return tokens.ofService(clientId, clientSecret(clientId));
    }

    @Override
    public String toString() {
        return "local process at " + server.url();
    }

    static TestKeycloak embedded() {
        return embedded(Map.of());
    }

    /** Starts a server whose realm sees these variables beside the usual ones. */
    static TestKeycloak embedded(Map<String, String> variables) {
        List<Integer> ports = FreePorts.pick(2);
        TestDatabase database = TestServers.postgres().createDatabase("keycloak");
        Path folder = TestServers.folder();
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                "GATEWAY_URL", "http://localhost:8080",
                "GATEWAY_CLIENT_SECRET", "gateway-test-secret-0123456789abcdef",
                "GAME_SERVER_CLIENT_SECRET", "game-server-test-secret-0123456789abcdef",
                "USERS_CLIENT_SECRET", "users-subgraph-test-secret-0123456789abcdef",
                "FORTYTWO_CLIENT_ID", "u-s4t2ud-test",
                "FORTYTWO_CLIENT_SECRET", "s-s4t2ud-test",
                "DEMO_PASSWORD", PLAYER_PASSWORD));
        environment.putAll(variables);
        KeycloakServer server = KeycloakServer.start(
                TestServers.workspace(),
                new Settings(
                        folder.resolve("keycloak"),
                        folder.resolve("keycloak.log"),
                        ports.getFirst(),
                        ports.getLast(),
                        new Database(database.jdbcUrl(), new Credentials(database.username(), database.password())),
                        ADMIN,
                        LocalRealm.read(TestServers.workspace()),
                        environment));
        EmbeddedServers.stopWithJvm(server.process()::kill);
        return new TestKeycloak(server);
    }
}
