package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class Glicko2Tests {

    /** The worked example of Glickman's paper: one win and two losses in one period. */
    @Test
    void agreesWithThePapersExample() {
        Rating player = new Rating(1500, 200, 0.06);

        Rating after = Glicko2.afterGames(
                player,
                List.of(new Glicko2.Game(1400, 30, 1), new Glicko2.Game(1550, 100, 0), new Glicko2.Game(1700, 300, 0)),
                1);

        assertThat(after.value()).isCloseTo(1464.06, within(0.01));
        assertThat(after.deviation()).isCloseTo(151.52, within(0.01));
        assertThat(after.volatility()).isCloseTo(0.05999, within(0.00001));
    }

    @Test
    void increasesTheDeviationOfInactivePlayers() {
        Rating player = new Rating(1700, 60, 0.06);

        Rating after = Glicko2.afterGames(player, List.of(), 1);

        // the square root of (60/173.7178)² + 0.06², in points
        assertThat(after.deviation()).isCloseTo(60.9, within(0.01));
        assertThat(after.value()).isEqualTo(1700);
        assertThat(after.volatility()).isEqualTo(0.06);
    }

    @Test
    void limitsTheDeviationToThatOfANewPlayer() {
        assertThat(Glicko2.afterInactivity(new Rating(1500, 340, 0.06), 100_000).deviation())
                .isEqualTo(350);
    }

    @Test
    void computesWhenInactivityReachesADeviation() {
        Rating player = new Rating(1700, 60, 0.06);

        double periods = Glicko2.periodsUntilDeviation(player, 110);

        assertThat(Glicko2.afterInactivity(player, periods).deviation()).isCloseTo(110, within(1e-9));
    }

    @Test
    void raisesTheVolatilityAfterASurprise() {
        Rating favourite = new Rating(2200, 50, 0.06);

        Rating after = Glicko2.afterGames(favourite, List.of(new Glicko2.Game(1200, 50, 0)), 0);

        assertThat(after.volatility()).isGreaterThan(0.06);
    }
}
