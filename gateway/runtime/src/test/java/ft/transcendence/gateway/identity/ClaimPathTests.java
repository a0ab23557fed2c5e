package ft.transcendence.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPathTests {
    private static final Map<String, Object> CLAIMS = Map.of(
            "scope", "read write",
            "level", 3,
            "verified", true,
            "aud", List.of("a", "b"),
            "realm_access", Map.of("roles", List.of("player", Map.of("no", "text"))),
            "https://pong.example/roles", List.of("admin"),
            "https://pong.example/org", Map.of("id", "o-1"),
            "deep", Map.of("er", Map.of("and.deeper", "x")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope                       | read write",
                "level                       | 3",
                "verified                    | true",
                "aud                         | a;b",
                "realm_access.roles          | player",
                "realm_access                | ''",
                "realm_access.other          | ''",
                "https://pong.example/roles  | admin",
                "https://pong.example/org.id | o-1",
                "deep.er.and.deeper          | x",
                "scope.x                     | ''",
                ".                           | ''",
                "none                        | ''"
            })
    void leadsToTheTexts(String path, String texts) {
        assertThat(String.join(";", new ClaimPath(path).textsIn(CLAIMS))).isEqualTo(texts);
    }
}
