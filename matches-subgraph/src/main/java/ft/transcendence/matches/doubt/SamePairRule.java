package ft.transcendence.matches.doubt;

import org.springframework.stereotype.Component;

/** Doubts results of players who meet again and again, as those do who trade points. */
@Component
class SamePairRule implements DoubtRule {

    private final DoubtProperties limits;

    SamePairRule(DoubtProperties limits) {
        this.limits = limits;
    }

    @Override
    public Doubt doubt() {
        return Doubt.SAME_PAIR;
    }

    @Override
    public boolean isRaisedBy(PlayedMatch match) {
        return match.encounters().stream().anyMatch(encounter -> encounter.inTheLastHour() > limits.samePair());
    }
}
