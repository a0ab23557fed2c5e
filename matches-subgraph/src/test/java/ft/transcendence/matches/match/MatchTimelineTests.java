package ft.transcendence.matches.match;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static ft.transcendence.matches.testing.MatchFixture.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.StatementCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Timelines of matches, reported with their results. */
@MatchesTest
class MatchTimelineTests {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
    }

    @Test
    void isReadWithTheMatch() {
        UUID match = live();

        assertThat(rejection(finish(match, points(11, 2)))).isEmpty();

        JsonNode timeline = fixture.visitor()
                .data("{ match(id: \"%s\") { timeline { team elapsedMillis score { teamOne teamTwo } } } }"
                        .formatted(match))
                .at("/match/timeline");
        assertThat(timeline).hasSize(13);
        assertThat(timeline.get(0).toString())
                .isEqualTo("{\"team\":\"ONE\",\"elapsedMillis\":0,\"score\":{\"teamOne\":1,\"teamTwo\":0}}");
        assertThat(timeline.get(12).get("score").toString()).isEqualTo("{\"teamOne\":11,\"teamTwo\":2}");
    }

    @Test
    void isNullIfNoneWasReported() {
        UUID match = live();
        fixture.finish("without " + match, match, "ONE", 11, 2);

        assertThat(fixture.visitor()
                        .data("{ match(id: \"%s\") { timeline { team } } }".formatted(match))
                        .get("match")
                        .toString())
                .isEqualTo("{\"timeline\":null}");
    }

    @Test
    void isRejectedIfItDoesNotFitTheScore() {
        UUID match = live();

        assertThat(rejection(finish(match, points(10, 2)))).isEqualTo("INVALID_TIMELINE");
        assertThat(rejection(finish(match, points(11, 2)))).isEmpty();
    }

    @Test
    void belongsToTheIdempotencyKey() {
        UUID match = live();
        JsonNode first = finish(match, points(11, 2));

        assertThat(finish(match, points(11, 2))).isEqualTo(first);
        List<Map<String, Object>> other = points(11, 2);
        other.set(12, Map.of("team", "ONE", "elapsedMillis", 13));
        assertThat(rejection(finish(match, other))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void costsOneMoreStatement() {
        UUID without = live();
        UUID with = live();

        int ordinary = statements
                .during(() -> fixture.finish("without " + without, without, "ONE", 11, 2))
                .size();
        assertThat(statements.during(() -> finish(with, points(11, 2)))).hasSize(ordinary + 1);
        assertThat(statements.during(() -> fixture.visitor()
                        .data("{ matchesByIds(ids: [\"%s\", \"%s\"]) { timeline { team } } }"
                                .formatted(with, without))))
                .hasSize(2);
    }

    private UUID live() {
        return fixture.live(UUID.randomUUID(), UUID.randomUUID());
    }

    private JsonNode finish(UUID match, List<Map<String, Object>> timeline) {
        Map<String, Object> result = new HashMap<>(MatchFixture.result("with " + match, match, "ONE", 11, 2));
        result.put("timeline", timeline);
        return mutate(fixture.gameServer(), "finishMatch", "FinishMatchInput", result);
    }

    /** Points of the first team, then those of the second before the last. */
    private static List<Map<String, Object>> points(int one, int two) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int number = 0; number < one + two; number++) {
            boolean ofTwo = number >= one - 1 && number < one - 1 + two;
            points.add(Map.of("team", ofTwo ? "TWO" : "ONE", "elapsedMillis", number));
        }
        return points;
    }
}
