package ft.transcendence.matches.challenge;

import ft.transcendence.matches.testing.MatchFixture;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sends and answers challenges as players. */
final class ChallengeFixture {

    private static final String PAYLOAD = """
            { challenge { id status mode challenger { id } challenged { id } match { id status players { user { id } } } }
              errors { code field } }""";

    private final MatchFixture fixture;

    ChallengeFixture(MatchFixture fixture) {
        this.fixture = fixture;
    }

    /** The payload of {@code sendChallenge}. */
    JsonNode send(UUID from, UUID to) {
        return fixture.player(from)
                .data("mutation ($to: ID!) { sendChallenge(to: $to) " + PAYLOAD + " }", Map.of("to", to))
                .get("sendChallenge");
    }

    /** The id of a new challenge. */
    UUID sent(UUID from, UUID to) {
        return id(send(from, to));
    }

    /** The payload of {@code acceptChallenge}, {@code declineChallenge} or {@code cancelChallenge}. */
    JsonNode answer(UUID player, String mutation, UUID challenge) {
        return fixture.player(player)
                .data(
                        "mutation ($id: ID!) { " + mutation + "(challengeId: $id) " + PAYLOAD + " }",
                        Map.of("id", challenge))
                .get(mutation);
    }

    /** The status of the player's open challenges, with the other player. */
    JsonNode open(UUID player) {
        return fixture.player(player)
                .data("{ myChallenges { id status challenger { id } challenged { id } } }")
                .get("myChallenges");
    }

    /** The status of the challenge in a payload, or the code of its error. */
    static String outcome(JsonNode payload) {
        return payload.get("errors").isEmpty()
                ? payload.at("/challenge/status").asString()
                : payload.at("/errors/0/code").asString();
    }

    static UUID id(JsonNode payload) {
        return UUID.fromString(payload.at("/challenge/id").asString());
    }
}
