package ft.transcendence.matches.live;

import ft.transcendence.matches.match.Score;
import ft.transcendence.matches.match.ScoreReported;
import java.util.UUID;

/** The data of {@code ft.transcendence.match.score-updated.v1}, as in {@code events/match-scores.v1.schema.json}. */
record ScoreUpdated(UUID matchId, Score score) {

    static final String TOPIC = "match-scores";
    static final String TYPE = "ft.transcendence.match.score-updated.v1";

    static ScoreUpdated of(ScoreReported report) {
        return new ScoreUpdated(report.matchId(), report.score());
    }
}
