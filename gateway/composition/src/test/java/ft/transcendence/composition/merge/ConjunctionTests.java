package ft.transcendence.composition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConjunctionTests {
    private static final List<String> A = List.of("a");
    private static final List<String> B = List.of("b");
    private static final List<String> AB = List.of("a", "b");

    @Test
    void demandsAllRules() {
        assertThat(Conjunction.of(List.of(List.of(A), List.of(B)))).containsExactly(AB);
    }

    @Test
    void absorbsSetsThatContainOthers() {
        assertThat(Conjunction.of(List.of(List.of(A, B), List.of(A)))).containsExactly(A);
    }

    @Test
    void takesEqualRulesOnce() {
        assertThat(Conjunction.of(List.of(List.of(A, B), List.of(B, A)))).containsExactly(A, B);
    }

    @Test
    void demandsNothingByAnEmptyRule() {
        assertThat(Conjunction.of(List.of(List.of(), List.of(A)))).containsExactly(A);
    }

    @Test
    void impliesWhatItContains() {
        assertThat(Conjunction.implies(List.of(AB), List.of(A))).isTrue();
        assertThat(Conjunction.implies(List.of(AB), List.of())).isTrue();
        assertThat(Conjunction.implies(List.of(A, B), List.of(A))).isFalse();
        assertThat(Conjunction.implies(List.of(), List.of(A))).isFalse();
    }
}
