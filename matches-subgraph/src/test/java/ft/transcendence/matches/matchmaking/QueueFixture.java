package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.testing.MatchFixture;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Joins and leaves the queue as players. */
final class QueueFixture {

    private static final String TICKET =
            "{ status players { user { id } joined } waitedSeconds estimatedSeconds match { status players { user { id } } } }";

    private final MatchFixture fixture;

    QueueFixture(MatchFixture fixture) {
        this.fixture = fixture;
    }

    /** The payload of {@code joinQueue}, alone and for one against one. */
    JsonNode join(UUID player) {
        return join(player, MatchMode.ONE_VS_ONE, null);
    }

    JsonNode join(UUID player, MatchMode mode, @Nullable UUID partner) {
        Map<String, Object> input = new HashMap<>(Map.of("mode", mode));
        if (partner != null) {
            input.put("partnerId", partner);
        }
        return fixture.player(player)
                .data(
                        "mutation ($input: JoinQueueInput!) { joinQueue(input: $input) { ticket " + TICKET
                                + " errors { code } } }",
                        Map.of("input", input))
                .get("joinQueue");
    }

    JsonNode leave(UUID player) {
        return fixture.player(player)
                .data("mutation { leaveQueue { ticket " + TICKET + " errors { code } } }")
                .get("leaveQueue");
    }

    /** The player's ticket. */
    JsonNode mine(UUID player) {
        return fixture.player(player).data("{ myQueueTicket " + TICKET + " }").get("myQueueTicket");
    }

    /** The status of the ticket in a payload. */
    static String status(JsonNode payload) {
        return payload.at("/ticket/status").asString();
    }
}
