package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonsTests {

    @ParameterizedTest
    @CsvSource({
        "ada, Ada",
        "ada, \u0430d\u0430",
        "paypal, PaypaI",
        "paypal, paypa1",
        "barn, bam",
        "ada, ad\u200Ba",
        "ada lovelace, AdaLovelace",
        "ada, \uFF41\uFF44\uFF41",
        "bob, b0b",
        "1\u05D0, \u05D01"
    })
    void haveOneInCommonWhenNamesLookAlike(String name, String other) {
        assertThat(Skeletons.of(name)).containsAnyElementsOf(Skeletons.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ada, alan", "player10, player11", "anna, hanna", "\u0430\u043D\u043D\u0430, anna"})
    void haveNoneInCommonWhenNamesDiffer(String name, String other) {
        assertThat(Skeletons.of(name)).doesNotContainAnyElementsOf(Skeletons.of(other));
    }
}
