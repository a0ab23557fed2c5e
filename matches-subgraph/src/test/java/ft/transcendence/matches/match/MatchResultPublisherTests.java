package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.testing.TestJson;
import ft.transcendence.subgraph.testing.TestTopic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The events that other subgraphs receive. */
@MatchesTest
class MatchResultPublisherTests {

    @LocalServerPort
    private int port;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void publishesAResultAndThatItWasVoided() throws IOException {
        MatchFixture fixture = new MatchFixture(port);
        UUID match = fixture.won(alice, bob);
        fixture.voidResult(match, "requested by the players");

        List<ConsumerRecord<String, byte[]>> events =
                TestTopic.named("match-completions").ofKey(match.toString(), 2);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly("ft.transcendence.match.completed.v1", "ft.transcendence.match.voided.v1");
        assertThat(events).extracting(event -> header(event, "ce_source")).containsOnly("/matches");
        for (ConsumerRecord<String, byte[]> event : events) {
            String body = new String(event.value(), StandardCharsets.UTF_8);
            assertThat(schema().validate(body, InputFormat.JSON)).isEmpty();
            JsonNode data = TestJson.read(body);
            assertThat(data.get("matchId").asString()).isEqualTo(match.toString());
            assertThat(data.get("players").toString())
                    .isEqualTo(("[{\"userId\":\"%s\",\"team\":1,\"score\":11,\"outcome\":\"WIN\"},"
                                    + "{\"userId\":\"%s\",\"team\":2,\"score\":5,\"outcome\":\"LOSS\"}]")
                            .formatted(alice, bob));
        }
    }

    @Test
    void hasASchemaThatRejectsAnEventWithoutPlayers() throws IOException {
        assertThat(schema().validate("{\"matchId\": \"%s\", \"players\": []}".formatted(alice), InputFormat.JSON))
                .isNotEmpty();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Schema schema() throws IOException {
        try (InputStream file =
                MatchResultPublisher.class.getResourceAsStream("/events/match-completions.v1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
