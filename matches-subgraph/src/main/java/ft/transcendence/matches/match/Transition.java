package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.util.Set;

/** The state machine of a match: each transition with the statuses it can start from. */
enum Transition {
    MAKE_READY("made ready", Set.of(MatchStatus.CREATED), MatchStatus.READY),
    START("started", Set.of(MatchStatus.READY), MatchStatus.LIVE),
    REPORT_SCORE("scored in", Set.of(MatchStatus.LIVE), MatchStatus.LIVE),
    COMPLETE("finished", Set.of(MatchStatus.LIVE), MatchStatus.COMPLETED),
    COMPLETE_LATE("finished", Set.of(MatchStatus.ABORTED), MatchStatus.COMPLETED),
    ABORT("aborted", Set.of(MatchStatus.CREATED, MatchStatus.READY, MatchStatus.LIVE), MatchStatus.ABORTED),
    VOID("voided", Set.of(MatchStatus.COMPLETED), MatchStatus.VOIDED);

    private final String participle;
    private final Set<MatchStatus> from;
    private final MatchStatus to;

    Transition(String participle, Set<MatchStatus> from, MatchStatus to) {
        this.participle = participle;
        this.from = from;
        this.to = to;
    }

    /**
     * The status after this transition.
     *
     * @throws ChangeRejectedException with {@link MatchErrorCode#ILLEGAL_TRANSITION} if it cannot start from the
     *     current status
     */
    MatchStatus from(MatchStatus current) {
        if (!from.contains(current)) {
            throw rejection(current, participle);
        }
        return to;
    }

    /** The rejection of a change that the current status does not allow. */
    static ChangeRejectedException rejection(MatchStatus current, String participle) {
        return new ChangeRejectedException(
                MatchErrorCode.ILLEGAL_TRANSITION,
                "A match that is %s cannot be %s.".formatted(current, participle),
                "matchId");
    }
}
