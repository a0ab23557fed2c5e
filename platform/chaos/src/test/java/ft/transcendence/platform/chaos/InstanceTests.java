package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Streams of one instance show what happens at another, whatever becomes of that one. */
class InstanceTests {

    private static Deployment deployment;

    @BeforeAll
    static void start() {
        deployment = Deployment.start();
        deployment.start(1);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    void streamSeesMatchesThatAnotherInstanceCreatesAlsoAfterThatOneWasKilled() {
        Player ada = Player.join(deployment, "ada");
        Player grace = Player.join(deployment, "grace");
        try (TestEventStream matches = deployment
                .matches()
                .instance(1)
                .as(ada.token())
                .subscribe("subscription { myMatches { id status } }")) {
            String first = createMatch(ada, grace);
            awaitEvent(matches, first, "CREATED");
            abort(first);
            awaitEvent(matches, first, "ABORTED");

            deployment.matches().crash(0);
            deployment.matches().start(0);

            String second = createMatch(ada, grace);
            awaitEvent(matches, second, "CREATED");
        }
    }

    /** Skips other events; fails if none comes for a while. */
    private static void awaitEvent(TestEventStream matches, String id, String status) {
        JsonNode match = matches.next().at("/data/myMatches");
        while (!match.path("id").asString().equals(id)
                || !match.path("status").asString().equals(status)) {
            match = matches.next().at("/data/myMatches");
        }
        assertThat(match.path("id").asString()).isEqualTo(id);
    }

    /** At the first instance only. */
    private static String createMatch(Player one, Player two) {
        return deployment
                .matches()
                .instance(0)
                .as(TestIdentity.instance().gameServer())
                .data(
                        "mutation($input: CreateMatchInput!) { createMatch(input: $input) { match { id } errors { message } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey",
                                        UUID.randomUUID().toString(),
                                        "mode",
                                        "ONE_VS_ONE",
                                        "teamOne",
                                        List.of(one.id().toString()),
                                        "teamTwo",
                                        List.of(two.id().toString()))))
                .at("/createMatch/match/id")
                .asString();
    }

    private static void abort(String match) {
        deployment
                .matches()
                .instance(0)
                .as(TestIdentity.instance().gameServer())
                .data(
                        "mutation($id: ID!) { abortMatch(input: {matchId: $id}) { match { status } errors { message } } }",
                        Map.of("id", match));
    }
}
