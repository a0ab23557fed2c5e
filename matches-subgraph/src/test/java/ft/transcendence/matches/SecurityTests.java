package ft.transcendence.matches;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.matches.testing.Arena;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.RequestWriter;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;

/** Who may do what, asked of the subgraph directly, past the gateway's own checks. */
@MatchesTest
class SecurityTests {

    private enum Who {
        ANONYMOUS,
        PLAYER,
        GAME_SERVER,
        MODERATOR
    }

    /** The rule of every mutation: who may. A mutation that is not here fails the test. */
    private static final Map<String, List<Who>> MUTATIONS = Map.of(
            "createMatch", List.of(Who.GAME_SERVER),
            "readyMatch", List.of(Who.GAME_SERVER),
            "startMatch", List.of(Who.GAME_SERVER),
            "reportScore", List.of(Who.GAME_SERVER),
            "heartbeatMatch", List.of(Who.GAME_SERVER),
            "finishMatch", List.of(Who.GAME_SERVER),
            "abortMatch", List.of(Who.GAME_SERVER),
            "forfeitMatch", List.of(Who.PLAYER, Who.MODERATOR),
            "voidMatch", List.of(Who.MODERATOR));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    static Stream<String> mutations() {
        return RequestWriter.fields("Mutation");
    }

    static Stream<String> queries() {
        return RequestWriter.fields("Query");
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void letsOnlyThoseChangeMatchesWhoMay(String mutation) {
        assertThat(MUTATIONS).as("mutations with a rule").containsKey(mutation);
        String document = RequestWriter.request("Mutation", mutation);

        for (Who who : Who.values()) {
            String expected = MUTATIONS.getOrDefault(mutation, List.of()).contains(who)
                    ? ""
                    : who == Who.ANONYMOUS ? "UNAUTHENTICATED" : "FORBIDDEN";
            assertThat(as(who).errorCode(document)).as(mutation + " by " + who).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void letsEverybodyRead(String query) {
        String document = RequestWriter.request("Query", query);

        for (Who who : Who.values()) {
            assertThat(as(who).errorCode(document)).as(query + " by " + who).isEmpty();
        }
    }

    @Test
    void hasARuleOnEveryFieldItComputes() {
        List<String> without = new ArrayList<>();
        for (Object component :
                context.getBeansWithAnnotation(DgsComponent.class).values()) {
            for (Method method : AopUtils.getTargetClass(component).getDeclaredMethods()) {
                boolean fetcher = AnnotatedElementUtils.isAnnotated(method, DgsData.class)
                        || AnnotatedElementUtils.isAnnotated(method, DgsEntityFetcher.class);
                if (fetcher && !AnnotatedElementUtils.isAnnotated(method, PreAuthorize.class)) {
                    without.add(method.toString());
                }
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void refusesCallersThatDidNotComeThroughTheGateway() {
        TestGraphQL visitor = TestGraphQL.on(port);

        assertThat(visitor.status("{ matches { nodes { id } } }", null)).isEqualTo(401);
        assertThat(visitor.status("{ matches { nodes { id } } }", "a-guessed-credential-of-the-right-length"))
                .isEqualTo(401);
    }

    @Test
    void neverLetsAPlayerPostAResultOfTheirOwnMatch() {
        Arena arena = new Arena(port);
        UUID player = UUID.randomUUID();
        UUID match = arena.live(player, UUID.randomUUID());

        String code = arena.player(player)
                .errorCode(
                        Arena.document("finishMatch", "FinishMatchInput"),
                        Map.of("input", Arena.result("cheat", match, "ONE", 11, 0)));

        assertThat(code).isEqualTo("FORBIDDEN");
        assertThat(arena.user(player, "stats { played }")
                        .get("stats")
                        .get("played")
                        .asInt())
                .isZero();
    }

    @Test
    void answersStrangeRepresentationsWithNothing() {
        List<Map<String, String>> strange = Arrays.asList(
                Map.of("__typename", "User", "id", "' or 1 = 1"),
                Map.of("__typename", "Match", "id", "no uuid"),
                Map.of("__typename", "Match", "id", UUID.randomUUID().toString()));

        assertThat(TestGraphQL.on(port)
                        .data(
                                "query ($strange: [_Any!]!) { _entities(representations: $strange) { __typename } }",
                                Map.of("strange", strange))
                        .toString())
                .isEqualTo("{\"_entities\":[null,null,null]}");
    }

    @Test
    void keepsItsSchemaToItself() {
        assertThat(TestGraphQL.on(port).ask("{ __schema { types { name } } }").has("errors"))
                .isTrue();
    }

    private TestGraphQL as(Who who) {
        Arena arena = new Arena(port);
        return switch (who) {
            case ANONYMOUS -> arena.visitor();
            case PLAYER -> arena.visitor().as(TestIdentity.instance().player(UUID.randomUUID(), "player"));
            case GAME_SERVER -> arena.gameServer();
            case MODERATOR -> arena.moderator();
        };
    }
}
