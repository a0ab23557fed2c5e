package ft.transcendence.platform.e2e;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The account of a game server, as a command creates it.
 *
 * @param realm issues its tokens
 * @param id its id
 * @param secret its secret
 */
record ServerAccount(Realm realm, String id, String secret) {

    /** Creates an account with {@code ./transcend game-server add}. */
    static ServerAccount add(Platform platform, String name) {
        Map<String, String> printed = platform.command(0, "game-server", "add", name)
                .lines()
                .filter(line -> line.startsWith("GAME_SERVER_"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        return new ServerAccount(
                new Realm(platform),
                Objects.requireNonNull(printed.get("GAME_SERVER_ID")),
                Objects.requireNonNull(printed.get("GAME_SERVER_SECRET")));
    }

    /** An access token. */
    String token() {
        return realm.serviceToken(id, secret);
    }
}
