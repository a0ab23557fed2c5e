package ft.transcendence.matches.match;

import java.util.Locale;
import java.util.Set;

/** The state machine of a match: every move there is, and the states it may start from. */
enum Transition {
    MAKE_READY(Set.of(MatchStatus.CREATED), MatchStatus.READY),
    START(Set.of(MatchStatus.READY), MatchStatus.LIVE),
    REPORT_SCORE(Set.of(MatchStatus.LIVE), MatchStatus.LIVE),
    COMPLETE(Set.of(MatchStatus.LIVE), MatchStatus.COMPLETED),
    ABORT(Set.of(MatchStatus.CREATED, MatchStatus.READY, MatchStatus.LIVE), MatchStatus.ABORTED),
    VOID(Set.of(MatchStatus.COMPLETED), MatchStatus.VOIDED);

    private final Set<MatchStatus> from;
    private final MatchStatus to;

    Transition(Set<MatchStatus> from, MatchStatus to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The state after this move.
     *
     * @throws MatchRefusedException with {@link MatchErrorCode#ILLEGAL_TRANSITION} where there is no such move
     */
    MatchStatus from(MatchStatus current) {
        if (!from.contains(current)) {
            throw new MatchRefusedException(
                    MatchErrorCode.ILLEGAL_TRANSITION,
                    "A match that is %s does not allow this: %s.".formatted(current, spoken()),
                    "matchId");
        }
        return to;
    }

    private String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
