package ft.transcendence.composition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphNamesTests {

    @Test
    void areInUpperCaseWithUnderscoresForWhatNamesCannotHave() {
        assertThat(names("users", "game-servers", "a.b")).containsExactly("USERS", "GAME_SERVERS", "A_B");
    }

    @Test
    void beginWithNoDigit() {
        assertThat(names("42")).containsExactly("_42_");
    }

    @Test
    void areNumberedWhereTheyWouldBeEqual() {
        assertThat(names("a-b", "a_b", "c")).containsExactly("A_B_1", "A_B_2", "C");
    }

    @Test
    void doNotLookNumberedOtherwise() {
        assertThat(names("a_1", "a1")).containsExactly("A_1_", "A1");
    }

    private static List<String> names(String... subgraphs) {
        List<Subgraph> all = Arrays.stream(subgraphs)
                .map(name -> new Subgraph(name, "", new Schema(), Links.none(), Subgraph.FEDERATION_1))
                .toList();
        GraphNames names = GraphNames.of(all);
        return IntStream.range(0, all.size()).mapToObj(names::of).toList();
    }
}
