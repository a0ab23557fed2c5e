package ft.transcendence.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class JsonTests {

    private static final String TEXT =
            "{\"text\":\"a \\\"b\\\" é\",\"numbers\":[1,-2,0.10,12345678901234567890],\"flags\":[true,false,null],\"empty\":{}}";

    @Test
    void writesWhatItReads() {
        assertThat(Json.write(Json.read(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void writesOtherValuesAsText() {
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        assertThat(Json.write(List.of(id, 'x'))).isEqualTo("[\"00000000-0000-4000-8000-000000000001\",\"x\"]");
    }

    @Test
    void writesLinesForPeople() {
        assertThat(Json.pretty(Json.read("{\"a\":[1,{\"b\":null}]}"))).isEqualTo("""
                {
                  "a" : [
                    1,
                    {
                      "b" : null
                    }
                  ]
                }""");
    }

    @Test
    void comparesByMeaning() {
        assertThat(Json.same(Json.read("{\"a\":1,\"b\":[1.0,null]}"), Json.read("{\"b\":[1,null],\"a\":1e0}")))
                .isTrue();
        for (String other : List.of("{\"a\":2}", "{\"a\":\"1\"}", "{}", "{\"a\":1,\"b\":null}", "[1]", "null")) {
            assertThat(Json.same(Json.read("{\"a\":1}"), Json.read(other)))
                    .as(other)
                    .isFalse();
        }
        assertThat(Json.same(Json.read("[1,2]"), Json.read("[2,1]"))).isFalse();
        Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
        nothing.put("a", null);
        assertThat(Json.same(nothing, Map.of())).isFalse();
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.read("{\"a\":"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.readObject("[]"))
                .withMessage("Not a JSON object: []");
    }
}
