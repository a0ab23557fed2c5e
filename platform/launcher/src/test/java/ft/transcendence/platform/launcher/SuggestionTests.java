package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTests {

    private static final List<String> PARTS =
            List.of("gateway", "kafka", "keycloak", "matches-subgraph", "matches_db", "users-subgraph", "users_db");

    @ParameterizedTest
    @CsvSource({
        "gatway, ' Did you mean gateway?'",
        "keyclock, ' Did you mean keycloak?'",
        "users, ' Did you mean users_db?'",
        "users-subgrpah, ' Did you mean users-subgraph?'",
        "postgres, ''",
        "x, ''"
    })
    void suggestsASimilarName(String typed, String suggestion) {
        assertThat(Suggestion.didYouMean(PARTS, typed)).isEqualTo(suggestion);
    }
}
