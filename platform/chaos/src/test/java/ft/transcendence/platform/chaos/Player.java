package ft.transcendence.platform.chaos;

import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.Map;
import java.util.UUID;

/** A player who has an account. */
record Player(UUID id, String name) {

    /** A new player, who has logged in once, so that the profile exists. */
    static Player join(Deployment deployment, String name) {
        Player player = new Player(UUID.randomUUID(), name);
        Requests.send(deployment.users(), 0, player.token(), "{ viewer { id } }", Map.of());
        return player;
    }

    String token() {
        return TestIdentity.instance().player(id, name);
    }
}
