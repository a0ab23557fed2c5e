package ft.transcendence.users;

import ft.transcendence.subgraph.testing.InputMatrix;
import ft.transcendence.subgraph.testing.RequestWriter;
import ft.transcendence.users.account.RegisteredPlayer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Sends invalid values in every argument; each must be rejected. */
@UsersTest
class InputTests {

    @Autowired
    Players players;

    @TestFactory
    Stream<DynamicTest> rejectsInvalidValues() {
        RegisteredPlayer caller = RegisteredPlayer.withPassword(players);
        String other = "\"" + players.join("bystander").id() + "\"";
        return new InputMatrix(
                        RequestWriter.of("/schema/users.graphqls")
                                .with(Map.of("id", other, "ids", "[" + other + "]", "userId", other)),
                        caller.graphql())
                .path("User", "viewer { %s }")
                .tests("User");
    }
}
