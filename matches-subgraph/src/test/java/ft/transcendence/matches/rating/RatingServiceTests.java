package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;

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
        jdbc.sql("UPDATE player_rating SET matches = matches + :matches WHERE user_id = :player")
                .param("matches", matches)
                .param("player", player)
                .update();
    }
}
