package ft.transcendence.matches.player;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Players who were not published by the users subgraph, which therefore could not resolve them. */
@MatchesTest
class UnknownPlayersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final UUID stranger = UUID.randomUUID();
    private final UUID known = UUID.randomUUID();
    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = MatchFixture.ofStrangers(port);
    }

    @Test
    void areNullInTheirMatches() {
        UUID match = fixture.won(stranger, known);
        announce(known);

        assertThat(players(match)).isEqualTo("[{\"user\":null},{\"user\":{\"id\":\"" + known + "\"}}]");
    }

    @Test
    void resolveOncePublishedAndAlsoWhenErased() {
        UUID match = fixture.won(stranger, known);
        announce(stranger);
        assertThat(players(match)).contains(stranger.toString());

        jdbc.sql("UPDATE player SET profile_version = NULL, erased_at = now() WHERE user_id = :player")
                .param("player", stranger)
                .update();
        assertThat(players(match)).contains(stranger.toString());
    }

    @Test
    void areNullInComparisons() {
        JsonNode compared = fixture.visitor()
                .data("{ headToHead(playerId: \"%s\", opponentId: \"%s\") { player { id } opponent { id } played } }"
                        .formatted(stranger, known))
                .get("headToHead");
        assertThat(compared.toString()).isEqualTo("{\"player\":null,\"opponent\":null,\"played\":0}");
    }

    @Test
    void areNullOnTheLeaderboard() {
        jdbc.sql("""
                        INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches, rated_at, certain_until)
                        VALUES (:player, 'ONE_VS_ONE', 4000, 50, 0.06, 30, now(), now() + INTERVAL '99 years')
                        """).param("player", stranger).update();
        try {
            assertThat(fixture.visitor()
                            .data("{ leaderboard(first: 1) { nodes { rank user { id } } } }")
                            .at("/leaderboard/nodes/0")
                            .toString())
                    .isEqualTo("{\"rank\":1,\"user\":null}");
        } finally {
            jdbc.sql("DELETE FROM player_rating WHERE user_id = :player")
                    .param("player", stranger)
                    .update();
        }
    }

    private String players(UUID match) {
        return fixture.visitor()
                .data("{ match(id: \"%s\") { players { user { id } } } }".formatted(match))
                .at("/match/players")
                .toString();
    }

    private void announce(UUID player) {
        jdbc.sql("UPDATE player SET profile_version = 0 WHERE user_id = :player")
                .param("player", player)
                .update();
    }
}
