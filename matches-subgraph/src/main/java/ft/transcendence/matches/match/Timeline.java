package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The points of a match in the order in which they were scored. It is as long as the final score is high. */
record Timeline(List<Point> points) {

    /** How much later than our clock a game server may have started its own. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    Timeline {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param team the team that scored it
     * @param elapsedMillis when, in milliseconds since the start of the game
     */
    record Point(Team team, int elapsedMillis) {

        @Override
        public String toString() {
            return team + "@" + elapsedMillis;
        }
    }

    /** A point with the score it led to, as described by the schema's type of the same name. */
    record ScoredPoint(Team team, int elapsedMillis, Score score) {}

    /**
     * Checks that the points lead to the final score, in order and within the game.
     *
     * @param played how long the game took
     * @throws ChangeRejectedException with {@link MatchErrorCode#INVALID_TIMELINE}
     */
    void requireLeadsTo(Score last, Duration played) {
        if (count(Team.ONE) != last.teamOne() || count(Team.TWO) != last.teamTwo()) {
            throw invalid("The points of the timeline must add up to the score %d:%d."
                    .formatted(last.teamOne(), last.teamTwo()));
        }
        int earlier = 0;
        for (Point point : points) {
            if (point.elapsedMillis() < earlier) {
                throw invalid("The points of the timeline must be in the order of their times, from 0.");
            }
            earlier = point.elapsedMillis();
        }
        if (earlier > played.plus(TOLERANCE).toMillis()) {
            throw invalid("A point of the timeline is later than the end of the match.");
        }
    }

    private long count(Team team) {
        return points.stream().filter(point -> point.team() == team).count();
    }

    /** The points with the score after each. */
    List<ScoredPoint> scored() {
        List<ScoredPoint> scored = new ArrayList<>();
        Score score = Score.START;
        for (Point point : points) {
            score = score.plus(point.team());
            scored.add(new ScoredPoint(point.team(), point.elapsedMillis(), score));
        }
        return scored;
    }

    /** Distinguishes different timelines, for idempotency keys. */
    @Override
    public String toString() {
        return points.stream().map(Point::toString).collect(Collectors.joining(" "));
    }

    private static ChangeRejectedException invalid(String message) {
        return new ChangeRejectedException(MatchErrorCode.INVALID_TIMELINE, message, "timeline");
    }
}
