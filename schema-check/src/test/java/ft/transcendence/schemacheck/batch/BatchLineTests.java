package ft.transcendence.schemacheck.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchLineTests {

    @Test
    void writesTheSupergraph() {
        assertThat(
                        BatchLine.PLAIN.compose(
                                "{\"id\": \"w1\", \"subgraphs\": [{\"name\": \"a\", \"url\": \"http://a\", \"sdl\": \"type Query { x: Int }\"}], \"more\": [1]}"))
                .startsWith("{\"id\":\"w1\",\"ok\":true,\"supergraphSdl\":\"schema")
                .contains("@join__graph(name: \\\"a\\\", url: \\\"http://a\\\")");
    }

    @Test
    void writesTheErrors() {
        assertThat(BatchLine.PLAIN.compose(
                        "{\"id\": \"w2\", \"subgraphs\": [{\"name\": \"a\", \"sdl\": \"type Mutation { x: Int }\"}]}"))
                .isEqualTo(
                        "{\"id\":\"w2\",\"ok\":false,\"errors\":[{\"code\":\"NO_QUERIES\",\"message\":\"No subgraph has a query\"}]}");
    }

    @Test
    void writesAnErrorForALineThatIsNoJson() {
        assertThat(BatchLine.PLAIN.compose("{\"id\": \"w3\", \"subgraphs\": ["))
                .startsWith("{\"id\":\"w3\",\"ok\":false,\"errors\":[{\"code\":\"INVALID_INPUT\"");
    }

    @Test
    void keepsNumbersAsIds() {
        assertThat(BatchLine.PLAIN.compose("{\"id\": 7, \"subgraphs\": 1}")).startsWith("{\"id\":7,\"ok\":false");
        assertThat(BatchLine.PLAIN.compose("[]")).startsWith("{\"id\":null,\"ok\":false");
    }

    @Test
    void addsHintsWhenAsked() {
        assertThat(
                        BatchLine.WITH_HINTS.compose(
                                "{\"id\": 1, \"subgraphs\": [{\"name\": \"a\", \"sdl\": \"type Query { x: Int } enum E { A }\"}]}"))
                .contains("\"hints\":[{\"code\":\"UNUSED_ENUM_TYPE\"");
    }
}
