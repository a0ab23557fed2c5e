package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTests {

    @Test
    void encodeCursorsLikeTheSubgraphs() {
        assertThat(Samples.cursor("1500.5", "00000000-0000-4000-8000-000000000001"))
                .isEqualTo("MTUwMC41HzAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMQ");
    }
}
