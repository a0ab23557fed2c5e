package ft.transcendence.federation.executor.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeHintTests {

    private final SizeHint hint = new SizeHint(512, 1_000_000);

    @Test
    void growsAtOnce() {
        hint.remember(40_000);
        assertThat(hint.expected()).isEqualTo(40_000);
    }

    @Test
    void neverPassesItsBound() {
        hint.remember(21_000_000);
        assertThat(hint.expected()).isEqualTo(1_000_000);
    }

    @Test
    void forgetsAHugeResponseAfterSeveralSmallOnes() {
        hint.remember(21_000_000);
        for (int i = 0; i < 25; i++) {
            hint.remember(900);
        }
        assertThat(hint.expected()).isLessThan(2_000);
        for (int i = 0; i < 50; i++) {
            hint.remember(0);
        }
        assertThat(hint.expected()).isEqualTo(512);
    }

    @Test
    void fitsResponsesOfVaryingSize() {
        for (int i = 0; i < 100; i++) {
            hint.remember(i % 2 == 0 ? 80_000 : 40_000);
        }
        assertThat(hint.expected()).isGreaterThan(60_000);
    }
}
