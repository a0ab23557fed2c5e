package ft.transcendence.platform.load;

import ft.transcendence.platform.launcher.PlatformOptions;
import ft.transcendence.platform.launcher.ProcessRegistry;
import ft.transcendence.platform.launcher.Secrets;
import ft.transcendence.platform.launcher.Secrets.Purpose;
import ft.transcendence.platform.servers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Superuser connections to the databases of a running platform.
 *
 * @param usersUrl the JDBC address of users_db
 * @param matchesUrl the JDBC address of matches_db
 * @param password the superuser's password
 */
record Databases(String usersUrl, String matchesUrl, String password) {

    /**
     * The databases of a platform.
     *
     * @throws LoadException when the platform is not running
     */
    static Databases of(PlatformOptions platform) {
        if (!ProcessRegistry.read(platform.home()).isReady()) {
            throw new LoadException(
                    "No platform is running at %s. Start one: ./transcend up --detach --no-seed --for-load%s"
                            .formatted(platform.ports().gatewayUrl(), platform.suffix()));
        }
        return new Databases(
                "jdbc:postgresql://127.0.0.1:" + platform.ports().usersDatabase() + "/users",
                "jdbc:postgresql://127.0.0.1:" + platform.ports().matchesDatabase() + "/matches",
                Secrets.readOrCreate(platform.home().secrets()).of(Purpose.DATABASE_SUPERUSER));
    }

    Connection users() throws SQLException {
        return DriverManager.getConnection(usersUrl, PostgresServer.SUPERUSER, password);
    }

    Connection matches() throws SQLException {
        return DriverManager.getConnection(matchesUrl, PostgresServer.SUPERUSER, password);
    }
}
