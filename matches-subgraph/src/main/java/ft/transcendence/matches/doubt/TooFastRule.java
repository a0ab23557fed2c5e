package ft.transcendence.matches.doubt;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Doubts results that took less time than the ball needs for the winner's points. */
@Component
class TooFastRule implements DoubtRule {

    private final DoubtProperties limits;

    TooFastRule(DoubtProperties limits) {
        this.limits = limits;
    }

    @Override
    public Doubt doubt() {
        return Doubt.TOO_FAST;
    }

    @Override
    public boolean isRaisedBy(PlayedMatch match) {
        Duration shortest = limits.timePerPoint().multipliedBy(match.highestScore());
        return match.duration().compareTo(shortest) < 0;
    }
}
