package ft.transcendence.subgraph.inbox;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The endpoint for operators: {@code POST /actuator/deadletters/<topic>} replays the topic's dead letters. */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @WriteOperation
    Map<String, Integer> replay(@Selector String topic) {
        return Map.of("replayed", deadLetters.replay(topic));
    }
}
