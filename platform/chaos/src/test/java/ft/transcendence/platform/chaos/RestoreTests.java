package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.chaos.GameServers.Played;
import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.TestEnvironment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The drill for the worst day: everything is lost but the backups. */
class RestoreTests {

    private static final int ROUNDS = 3;

    private static Deployment deployment;
    private static GameServers gameServers;
    private static ConsistencyCheck consistency;

    @BeforeAll
    static void start() {
        deployment = Deployment.start();
        gameServers = new GameServers(deployment);
        consistency = new ConsistencyCheck(deployment);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    void allBooksAgreeAfterEverythingButTheBackupsWasLost() throws Exception {
        List<Played> kept = playRounds();
        gameServers.voidMatch(kept.getFirst().matchId());
        consistency.verify();
        List<String> books = books();
        List<Backup> backups = deployment.backUp();
        List<Played> lost = playRounds();
        consistency.verify();
        assertThat(books()).isNotEqualTo(books);

        deployment.destroy();
        deployment.restore(backups);

        assertThat(books()).as("what was there at the backup").isEqualTo(books);
        consistency.verifyBooks();
        assertThat(idsOf(kept)).allMatch(RestoreTests::exists);
        assertThat(idsOf(lost)).noneMatch(RestoreTests::exists);
        assertThat(differingRatings()).isEqualTo("{\"differing\":[]}");

        playRounds();

        consistency.verifyBooks();
        assertThat(differingRatings()).isEqualTo("{\"differing\":[]}");
    }

    private static List<Played> playRounds() {
        List<Played> played = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            played.addAll(gameServers.playRound());
        }
        return played;
    }

    /** Everything that players would miss. */
    private static List<String> books() {
        List<String> books = new ArrayList<>();
        Database users = deployment.usersDatabase();
        books.addAll(users.rows("SELECT id, username, display_name, version FROM profile ORDER BY id"));
        books.addAll(users.rows("SELECT user_id, wins, losses, total_score FROM standing ORDER BY user_id"));
        Database matches = deployment.matchesDatabase();
        books.addAll(matches.rows("SELECT id, status, score_one, score_two FROM match ORDER BY id"));
        books.addAll(matches.rows("SELECT * FROM player_rating ORDER BY user_id, mode"));
        return books;
    }

    private static List<String> idsOf(List<Played> matches) {
        return matches.stream().map(Played::matchId).toList();
    }

    private static boolean exists(String match) {
        return deployment.matchesDatabase().number("SELECT count(*) FROM match WHERE id = '" + match + "'") == 1;
    }

    /** The operator's command that computes all ratings again from the history. */
    private static String differingRatings() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(deployment.matches().url("/actuator/ratings"))
                                    .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
