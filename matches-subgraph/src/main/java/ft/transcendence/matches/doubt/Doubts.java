package ft.transcendence.matches.doubt;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks all rules about a result. */
@Component
public class Doubts {

    private final List<DoubtRule> rules;
    private final DoubtProperties limits;

    Doubts(List<DoubtRule> rules, DoubtProperties limits) {
        this.rules = List.copyOf(rules);
        this.limits = limits;
    }

    /** Why the result is hard to believe; empty if it is not. */
    public Set<Doubt> about(PlayedMatch match) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        rules.stream()
                .filter(rule -> rule.isRaisedBy(match))
                .map(DoubtRule::doubt)
                .forEach(doubts::add);
        return doubts;
    }

    /** How long a player is new: the matches of others need not be counted. */
    public Duration newPlayer() {
        return limits.newPlayer();
    }
}
