package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import java.util.List;

/** Makes matches of waiting candidates. A pure function: equal arguments give equal matches, in whatever order. */
final class Matchmaker {

    private Matchmaker() {}

    static List<Pairing> pair(MatchMode mode, List<Candidate> waiting, Fairness fairness) {
        return switch (mode) {
            case ONE_VS_ONE -> Duels.of(waiting, fairness);
            case TWO_VS_TWO -> Doubles.of(waiting, fairness);
        };
    }
}
