package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationTests {

    private static String run(ScriptedTransport subgraphs, String query, Caller caller) {
        return People.run(
                subgraphs,
                query,
                Map.of(),
                RequestContext.builder().caller(caller).build());
    }

    @Test
    void deniedFieldIsNullAndNotFetchedUnlikeItsSiblings() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"name\":\"Ann\"}}}");
        assertThat(run(subgraphs, "{ me { email name } }", Caller.anonymous()))
                .isEqualTo("{\"data\":{\"me\":{\"email\":null,\"name\":\"Ann\"}},\"errors\":[{"
                        + "\"message\":\"Not authorized to read User.email\",\"path\":[\"me\",\"email\"],"
                        + "\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}");
        assertThat(subgraphs.requests().toString()).doesNotContain("email");
    }

    @Test
    void allowedFieldIsFetched() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"email\":\"a@b\"}}}");
        assertThat(run(subgraphs, "{ me { email } }", Caller.authenticated(Set.of())))
                .isEqualTo("{\"data\":{\"me\":{\"email\":\"a@b\"}}}");
    }

    @Test
    void errorStatesTheReasonForEachCallerDespiteTheCache() {
        Caller stranger = Caller.anonymous();
        Caller known = Caller.authenticated(Set.of());
        for (List<Caller> order : List.of(List.of(stranger, known, stranger), List.of(known, stranger, known))) {
            ScriptedTransport subgraphs = new ScriptedTransport();
            FederationEngine engine = People.engine(subgraphs);
            for (Caller caller : order) {
                subgraphs.respond("users", "{\"data\":{\"me\":{}}}");
                assertThat(engine.execute(
                                        GraphQLRequest.of("{ me { salary secret { text } } }"),
                                        RequestContext.builder().caller(caller).build())
                                .join()
                                .bodyAsString())
                        .contains(caller.authenticated() ? "FORBIDDEN" : "UNAUTHENTICATED")
                        .doesNotContain(caller.authenticated() ? "UNAUTHENTICATED" : "FORBIDDEN");
            }
        }
    }

    @Test
    void requiresAllScopesOfOneAlternative() {
        String query = "{ me { salary } }";
        String response = "{\"data\":{\"me\":{\"salary\":1}}}";
        for (Set<String> enough : Set.of(Set.of("admin"), Set.of("hr", "read"))) {
            assertThat(run(new ScriptedTransport().respond("users", response), query, Caller.authenticated(enough)))
                    .isEqualTo(response);
        }
        for (Set<String> tooFew : Set.of(Set.<String>of(), Set.of("hr"), Set.of("read", "other"))) {
            assertThat(run(
                            new ScriptedTransport().respond("users", "{\"data\":{\"me\":{}}}"),
                            query,
                            Caller.authenticated(tooFew)))
                    .startsWith("{\"data\":{\"me\":null},\"errors\":[{")
                    .contains("FORBIDDEN")
                    .doesNotContain("},{");
        }
    }

    @Test
    void protectedTypeProtectsTheFieldsThatReturnIt() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"id\":\"1\"}}}");
        assertThat(run(subgraphs, "{ me { id secret { text } } }", Caller.authenticated(Set.of())))
                .startsWith(
                        "{\"data\":{\"me\":{\"id\":\"1\",\"secret\":null}},\"errors\":[{\"message\":\"Not authorized");
        assertThat(subgraphs.requests().toString()).doesNotContain("secret");

        Caller owner = new Caller(true, Set.of(), Set.of("owner"));
        assertThat(run(
                        new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"secret\":{\"text\":\"x\"}}}}"),
                        "{ me { secret { text } } }",
                        owner))
                .isEqualTo("{\"data\":{\"me\":{\"secret\":{\"text\":\"x\"}}}}");
    }

    @Test
    void deniedFieldBelowAUnionInAListHasOneErrorAtTheList() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "users",
                        "{\"data\":{\"found\":[{\"__typename\":\"User\",\"name\":\"A\"},{\"__typename\":\"Bot\",\"model\":\"m\"},"
                                + "{\"__typename\":\"User\",\"name\":\"B\"}]}}");
        assertThat(run(subgraphs, "{ found { ... on User { email name } ... on Bot { model } } }", Caller.anonymous()))
                .isEqualTo(
                        "{\"data\":{\"found\":[{\"email\":null,\"name\":\"A\"},{\"model\":\"m\"},{\"email\":null,\"name\":\"B\"}]},"
                                + "\"errors\":[{\"message\":\"Not authorized to read User.email\",\"path\":[\"found\"],"
                                + "\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}");
    }

    @Test
    void objectIsReturnedEvenIfAllItsFieldsAreDenied() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"__typename\":\"User\"}}}");
        assertThat(run(subgraphs, "{ me { email } }", Caller.anonymous()))
                .startsWith("{\"data\":{\"me\":{\"email\":null}},");
        assertThat(subgraphs.requests().toString()).contains("__typename").doesNotContain("email");
    }

    @Test
    void callersWithDifferentScopesDoNotShareAPlan() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":{\"me\":{\"name\":\"A\"}}}")
                .respond("users", "{\"data\":{\"me\":{\"name\":\"A\",\"email\":\"a@b\"}}}");
        FederationEngine engine = People.engine(subgraphs);
        GraphQLRequest request = GraphQLRequest.of("{ me { name email } }");
        RequestContext known =
                RequestContext.builder().caller(Caller.authenticated(Set.of())).build();
        assertThat(engine.execute(request, RequestContext.anonymous()).join().bodyAsString())
                .contains("\"email\":null");
        assertThat(engine.execute(request, known).join().bodyAsString()).contains("\"email\":\"a@b\"");
    }
}
