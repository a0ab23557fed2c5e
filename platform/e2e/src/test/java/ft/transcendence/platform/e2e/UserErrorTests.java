package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.e2e.GraphQL.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One fragment reads the errors of mutations of both subgraphs. */
@PlatformTest
class UserErrorTests {

    private static final String MUTATIONS = """
        mutation ($user: ID!, $match: ID!) {
          requestFriend(userId: $user) { user { id } errors { __typename ...Problem } }
          forfeitMatch(matchId: $match) { match { id } errors { __typename ...Problem } }
        }
        fragment Problem on UserError { code message field }
        """;

    private final Platform platform;
    private final GraphQL gateway;

    UserErrorTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
    }

    @Test
    void oneFragmentReadsTheErrorsOfBothSubgraphs() {
        String ada = platform.playerToken("ada");
        String id = gateway.execute(ada, "{ viewer { id } }").data("/viewer/id").asString();

        Response response = gateway.execute(
                ada, MUTATIONS, Map.of("user", id, "match", UUID.randomUUID().toString()));

        assertProblem(response.data("/requestFriend/errors"), "UserMutationError", "SELF", "userId");
        assertProblem(response.data("/forfeitMatch/errors"), "MatchMutationError", "MATCH_NOT_FOUND", "matchId");
        assertThat(response.data("/requestFriend/user").isNull()).isTrue();
        assertThat(response.data("/forfeitMatch/match").isNull()).isTrue();
    }

    private static void assertProblem(JsonNode errors, String type, String code, String field) {
        assertThat(errors.size()).isOne();
        JsonNode error = errors.get(0);
        assertThat(error.path("__typename").asString()).isEqualTo(type);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(error.path("field").asString()).isEqualTo(field);
    }
}
