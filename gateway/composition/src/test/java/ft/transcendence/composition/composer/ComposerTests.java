package ft.transcendence.composition.composer;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.CompositionTester;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerTests {
    private static final SubgraphInput USERS = new SubgraphInput(
            "users",
            "http://users",
            CompositionTester.LINK + "type Query { me: User } type User @key(fields: \"id\") { id: ID! name: String }",
            "users.graphqls");
    private static final SubgraphInput MATCHES = new SubgraphInput(
            "matches",
            "http://matches",
            CompositionTester.LINK + "type User @key(fields: \"id\") { id: ID! wins: Int }",
            "matches.graphqls");

    @Test
    void composesWhatTheEngineReads() {
        if (!(Composer.compose(List.of(USERS, MATCHES)) instanceof CompositionResult.Composed composed)) {
            throw new AssertionError();
        }
        assertThat(SupergraphReader.read(composed.supergraphSdl()).subgraphs()).containsOnlyKeys("matches", "users");
        assertThat(composed.apiSdl())
                .isEqualTo("type Query {\n  me: User\n}\n\ntype User {\n  id: ID!\n  wins: Int\n  name: String\n}\n");
    }

    @Test
    void doesNotDependOnTheOrderOfSubgraphs() {
        assertThat(Composer.compose(List.of(USERS, MATCHES))).isEqualTo(Composer.compose(List.of(MATCHES, USERS)));
    }

    @Test
    void showsAnErrorWithPlacesAndAdvice() {
        CompositionError error = CompositionTester.error("type Query { x: Int }", "type Query { x: Int }");
        assertThat(error.toString()).isEqualTo("""
                        INVALID_FIELD_SHARING: Query.x is resolved by several subgraphs, subgraphs "a" and "b", and not @shareable in any of them
                          at a.graphqls:2:14
                          at b.graphqls:2:14
                          → a field that moves says so in its new home, @override(from: "<old home>"); one that several subgraphs resolve is @shareable in all""");
    }

    @Test
    void composesTheNewestVersionOfFederationAndNoneAfterIt() {
        int newest = Composer.newestFederationMinor();
        assertThat(CompositionTester.codes(linking(newest))).isEmpty();
        assertThat(CompositionTester.codes(linking(newest + 1)))
                .containsExactly(ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION);
    }

    private static String linking(int minor) {
        return "extend schema @link(url: \"https://specs.apollo.dev/federation/v2." + minor
                + "\") type Query { x: Int }";
    }

    @Test
    void refusesAnEmptyWorld() {
        assertThat(Composer.compose(List.of()))
                .isInstanceOfSatisfying(CompositionResult.Refused.class, refused -> assertThat(refused.errors())
                        .extracting(CompositionError::code)
                        .containsExactly(ErrorCode.NO_QUERIES));
    }
}
