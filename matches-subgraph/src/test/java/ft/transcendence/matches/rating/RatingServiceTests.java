package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Compares stored ratings with a replay of the history. */
@MatchesTest
class RatingServiceTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RatingService ratings;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void storesTheSameRatingsAsAReplay() {
        MatchFixture fixture = new MatchFixture(port);
        List<UUID> players = new ArrayList<>(MatchFixture.players(6));
        Random random = new Random(42);
        List<UUID> matches = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            Collections.shuffle(players, random);
            int teamSize = 1 + random.nextInt(2);
            matches.add(fixture.won(players.subList(0, teamSize), players.subList(teamSize, 2 * teamSize)));
            clock.pass(Duration.ofHours(random.nextInt(100)));
            if (number % 5 == 4) {
                fixture.voidResult(matches.remove(random.nextInt(matches.size())), "for the replay");
            }
        }

        assertThat(ratings.audit()).isEmpty();
    }

    @Test
    void ratesAMatchOnlyInItsMode() {
        MatchFixture fixture = new MatchFixture(port);
        List<UUID> players = MatchFixture.players(4);
        fixture.won(players.get(0), players.get(2));
        UUID match = fixture.won(players.subList(0, 2), players.subList(2, 4));
        String ratings =
                "single: rating { value ratedMatches } double: rating(mode: TWO_VS_TWO) { value ratedMatches }";

        JsonNode rated = fixture.user(players.get(0), ratings);
        fixture.voidResult(match, "the wrong mode");
        JsonNode refunded = fixture.user(players.get(0), ratings);

        assertThat(rated.at("/single/ratedMatches").asInt()).isEqualTo(1);
        assertThat(rated.at("/double/ratedMatches").asInt()).isEqualTo(1);
        // the first win in each mode, against opponents without a result in it
        assertThat(rated.at("/double/value").asDouble())
                .isCloseTo(rated.at("/single/value").asDouble(), within(1e-6))
                .isGreaterThan(1500);
        assertThat(refunded.get("single")).isEqualTo(rated.get("single"));
        assertThat(refunded.at("/double/value").asDouble()).isEqualTo(1500);
        assertThat(refunded.at("/double/ratedMatches").asInt()).isZero();
    }

    @Test
    void detectsARatingThatWasChangedOtherwise() {
        MatchFixture fixture = new MatchFixture(port);
        UUID cheat = UUID.randomUUID();
        fixture.won(cheat, UUID.randomUUID());
        change(cheat, 1);
        try {
            assertThat(ratings.audit()).containsExactly(cheat);
        } finally {
            change(cheat, -1);
        }
    }

    private void change(UUID player, int matches) {
        jdbc.sql(
                        "UPDATE player_rating SET matches = matches + :matches WHERE user_id = :player AND mode = 'ONE_VS_ONE'")
                .param("matches", matches)
                .param("player", player)
                .update();
    }
}
