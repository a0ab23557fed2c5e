package ft.transcendence.matches.tournament;

import static ft.transcendence.matches.tournament.TournamentFixture.player;
import static ft.transcendence.matches.tournament.TournamentFixture.players;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.testing.LiveListeners;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The subscription to a tournament, and the events behind it. */
@MatchesTest
class TournamentSubscriptionTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TournamentSchedule schedule;

    @Autowired
    private MovableClock clock;

    @Autowired
    private LiveListeners live;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private JdbcClient jdbc;

    private TournamentFixture tournaments;

    @BeforeEach
    void enter() {
        clock.reset();
        live.awaitReady();
        tournaments = new TournamentFixture(new MatchFixture(port), schedule, jdbc);
    }

    /** Other tests count on few open matches. */
    @AfterEach
    void endOpenMatches() {
        servers.clear();
    }

    @Test
    void startsWithWhatIsAndContinuesUntilTheEnd() {
        List<UUID> players = players(3);
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        try (TestEventStream stream = watch(tournament)) {
            assertThat(next(stream)).isEqualTo("RUNNING 2-3 PLAYING");
            tournaments.win(tournament, 1, 1, 3);
            assertThat(next(stream)).isEqualTo("RUNNING 2-3 DECIDED");
            schedule.advance();
            assertThat(next(stream)).isEqualTo("RUNNING 2-3 DECIDED");
            tournaments.win(tournament, 2, 0, 1);
            assertThat(next(stream)).isEqualTo("FINISHED 2-3 DECIDED");
            stream.awaitEnd();
        }
    }

    @Test
    void publishesTheStateAfterEveryChange() {
        UUID ada = player();
        UUID bob = player();
        UUID tournament = tournaments.created(ada, "maxPlayers: 3");
        tournaments.invite(ada, tournament, bob);
        tournaments.change(bob, "joinTournament", tournament);
        tournaments.change(ada, "cancelTournament", tournament);

        String expected = "{\"tournamentId\":\"" + tournament
                + "\",\"status\":\"%s\",\"version\":%d,\"invited\":%s,\"players\":%s,\"playing\":[]}";
        String bobAlone = "[\"" + bob + "\"]";
        assertThat(published(tournament, 4))
                .containsExactly(
                        expected.formatted("OPEN", 1, "[]", "[]"),
                        expected.formatted("OPEN", 2, bobAlone, "[]"),
                        expected.formatted("OPEN", 3, "[]", bobAlone),
                        expected.formatted("CANCELLED", 4, "[]", bobAlone));
    }

    @Test
    void publishesWhoIsPlaying() {
        List<UUID> players = players(3);
        UUID tournament = tournaments.started("SINGLE_ELIMINATION", players);
        tournaments.win(tournament, 1, 1, 3);

        List<String> published = published(tournament, 7);
        String playing = "\"playing\":[\"" + players.get(1) + "\",\"" + players.get(2) + "\"]}";
        assertThat(published.get(4)).as("started").contains("RUNNING").endsWith("\"playing\":[]}");
        assertThat(published.get(5)).endsWith(playing);
        assertThat(published.get(6)).endsWith("\"playing\":[]}");
    }

    private static List<String> published(UUID tournament, int atLeast) {
        return TestTopic.named("tournament-updates").ofKey(tournament.toString(), atLeast).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private TestEventStream watch(UUID tournament) {
        return TestEventStream.open(
                port,
                TestIdentity.instance().player(UUID.randomUUID(), "viewer"),
                "subscription { tournamentUpdated(tournamentId: \"" + tournament
                        + "\") { status rounds { pairings { status one { seed } two { seed } } } } }");
    }

    /** The status, and the only pairing of the first round that is no bye. */
    private static String next(TestEventStream stream) {
        JsonNode tournament = stream.next().at("/data/tournamentUpdated");
        JsonNode pairing = tournament.at("/rounds/0/pairings/1");
        return "%s %s-%s %s"
                .formatted(
                        tournament.get("status").asString(),
                        pairing.at("/one/seed").asString(),
                        pairing.at("/two/seed").asString(),
                        pairing.get("status").asString());
    }
}
