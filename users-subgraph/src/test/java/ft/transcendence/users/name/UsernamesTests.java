package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernamesTests {

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "Ada.Lovelace_1-x, Ada.Lovelace_1-x",
        "aturing@student.42.example, aturing",
        "a\u202Eda, ada",
        "ad\u200Ba, ada",
        "a:b c/d, abcd",
        "\u0430\u043D\u043D\u0430, \u0430\u043D\u043D\u0430",
        "p\u0430ypal, pypal",
        "'', player",
        "\u3164, player"
    })
    void adaptNamesFromTheIdentityProvider(String preferred, String username) {
        assertThat(Usernames.normalize(preferred)).isEqualTo(username);
    }

    @Test
    void haveAtMostFiftyCharacters() {
        assertThat(Usernames.candidates("x".repeat(202), UUID.randomUUID()))
                .allSatisfy(candidate -> assertThat(candidate).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void endWithAUniqueCandidate() {
        UUID id = UUID.randomUUID();
        assertThat(Usernames.candidates("player-" + id, UUID.randomUUID()).getFirst())
                .isNotEqualTo(Usernames.candidates("ada", id).getLast());
        assertThat(Usernames.candidates("ada", id).getLast()).isEqualTo("player:" + id);
        assertThat(Usernames.normalize(Usernames.ofErased(id))).isNotEqualTo(Usernames.ofErased(id));
    }
}
