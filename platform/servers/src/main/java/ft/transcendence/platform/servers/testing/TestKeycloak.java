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
import java.util.List;
import java.util.Map;

/** The shared Keycloak, with the realm {@code transcendence}, its local players and test secrets. */
public final class TestKeycloak {

    /** The password of every local player, such as {@code ada}. */
    public static final String PLAYER_PASSWORD = "Pong-demo-1234";

    /** The administrator of the whole server, in the realm {@code master}. */
    public static final Credentials ADMIN = new Credentials("admin", "admin-test-password");

    /** The address to which the realm redirects after a login; nothing listens there. */
    static final String GATEWAY_URL = "http://localhost:8080";

    /** The application that the realm uses at 42. */
    public static final Credentials FORTY_TWO_APPLICATION = new Credentials("u-s4t2ud-test", "s-s4t2ud-test");

    private static final String REALM = "transcendence";

    private final KeycloakServer server;
    private final URI fortyTwo;
    private final URI backChannel;
    private final TokenClient tokens;

    private TestKeycloak(KeycloakServer server, URI fortyTwo, URI backChannel) {
        this.server = server;
        this.fortyTwo = fortyTwo;
        this.backChannel = backChannel;
        this.tokens = new TokenClient(URI.create(server.issuer(REALM)));
    }

    /** The server's address, such as {@code http://localhost:34567}. */
    public String url() {
        return server.url();
    }

    /** The issuer of the realm's tokens; key set and endpoints are discovered from it. */
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

    /** Posts this form to the token endpoint. */
    public TestTokens tokens(Map<String, String> form) {
        return TestTokens.request(this, form);
    }

    /** The address at which the realm expects 42; a test that needs it starts a fake one there. */
    public URI fortyTwo() {
        return fortyTwo;
    }

    /** The address to which the realm reports ended sessions; a test that needs them listens there. */
    public URI backChannel() {
        return backChannel;
    }

    /** A new browser, without cookies. */
    public TestBrowser browser() {
        return new TestBrowser(this);
    }

    @Override
    public String toString() {
        return "local process at " + server.url();
    }

    static TestKeycloak embedded() {
        List<Integer> ports = FreePorts.pick(4);
        URI fortyTwo = URI.create("http://127.0.0.1:" + ports.get(2));
        URI backChannel = URI.create("http://127.0.0.1:" + ports.getLast());
        TestDatabase database = TestServers.postgres().createDatabase("keycloak");
        Path folder = TestServers.folder();
        KeycloakServer server = KeycloakServer.start(
                TestServers.workspace(),
                new Settings(
                        folder.resolve("keycloak"),
                        folder.resolve("keycloak.log"),
                        ports.getFirst(),
                        ports.get(1),
                        new Database(database.jdbcUrl(), new Credentials(database.username(), database.password())),
                        ADMIN,
                        LocalRealm.read(TestServers.workspace()),
                        environment(fortyTwo, backChannel)));
        EmbeddedServers.stopWithJvm(server.process()::kill);
        return new TestKeycloak(server, fortyTwo, backChannel);
    }

    private static Map<String, String> environment(URI fortyTwo, URI backChannel) {
        return Map.ofEntries(
                Map.entry("GATEWAY_URL", GATEWAY_URL),
                Map.entry("GATEWAY_BACKCHANNEL_URL", backChannel.toString()),
                Map.entry("GATEWAY_CLIENT_SECRET", "gateway-test-secret-0123456789abcdef"),
                Map.entry("GAME_SERVER_CLIENT_SECRET", "game-server-test-secret-0123456789abcdef"),
                Map.entry("USERS_CLIENT_SECRET", "users-subgraph-test-secret-0123456789abcdef"),
                Map.entry("FORTYTWO_CLIENT_ID", FORTY_TWO_APPLICATION.username()),
                Map.entry("FORTYTWO_CLIENT_SECRET", FORTY_TWO_APPLICATION.password()),
                Map.entry("FORTYTWO_AUTHORIZATION_URL", fortyTwo + "/oauth/authorize"),
                Map.entry("FORTYTWO_TOKEN_URL", fortyTwo + "/oauth/token"),
                Map.entry("FORTYTWO_PROFILE_URL", fortyTwo + "/v2/me"),
                Map.entry("DEMO_PASSWORD", PLAYER_PASSWORD));
    }
}
