package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

/** Scores of many running matches, reported in turn. Each report is the next point of its match, until somebody could win. */
final class ReportedScores {

    static final String REPORT_SCORE = "reportScore";

    private static final int MATCHES = 200;
    private static final int LAST_POINT = 10;
    private static final String REPORT = """
            mutation Report($input: ReportScoreInput!) {
              reportScore(input: $input) { match { id score { teamOne teamTwo } } errors { code message } }
            }
            """;

    private final LiveMatches live;
    private final TokenSource gameServer;
    private final Queue<Score> next = new ArrayDeque<>();

    ReportedScores(LiveMatches live, TokenSource gameServer) {
        this.live = live;
        this.gameServer = gameServer;
    }

    private record Score(String match, int teamOne, int teamTwo) {

        private Score following() {
            return teamOne > teamTwo ? new Score(match, teamOne, teamTwo + 1) : new Score(match, teamOne + 1, teamTwo);
        }

        private boolean isLast() {
            return teamOne == LAST_POINT && teamTwo == LAST_POINT;
        }
    }

    Operation reporting() {
        return new Operation(REPORT_SCORE, () -> request(following()), this::prepare, () -> {});
    }

    private synchronized void prepare(int requests) throws SQLException {
        live.ensureAvailable(MATCHES + requests / (2 * LAST_POINT));
        while (next.size() < MATCHES) {
            next.add(new Score(live.next(), 1, 0));
        }
    }

    private synchronized Score following() {
        Score score = next.remove();
        next.add(score.isLast() ? new Score(live.next(), 1, 0) : score.following());
        return score;
    }

    private Request request(Score score) {
        Map<String, Integer> points = Map.of("teamOne", score.teamOne(), "teamTwo", score.teamTwo());
        return new Request(
                gameServer.token(),
                ReadOperations.body(REPORT, Map.of("input", Map.of("matchId", score.match(), "score", points))),
                response -> {
                    if (!response.contains("\"errors\":[]") || !response.contains(score.match())) {
                        throw new UnexpectedResponseException("Unexpected response: " + response);
                    }
                });
    }
}
