package ft.transcendence.schemacheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ft.transcendence.composition.composer.Composer;
import ft.transcendence.schemacheck.TestPlatform;
import ft.transcendence.schemacheck.finding.CheckException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupergraphConfigReaderTests {
    private static final String USERS_URL = "http://localhost:8082/graphql";
    private static final String USERS_SCHEMA = "file: ./users/schema/users.graphqls";

    @TempDir
    private Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("users.graphqls", "nobody.graphqls", "users/schema/nobody.graphqls: the file does not exist"),
                arguments(
                        "    routing_url: http://localhost:8082/graphql\n",
                        "",
                        "supergraph.yaml:3:3: subgraph \"users\" has no routing_url"),
                arguments(
                        "http://localhost:8082",
                        "http://me:secret@localhost:8082",
                        "supergraph.yaml:4:18: subgraph \"users\" has the routing_url of localhost, which has a user"
                                + " name or password in it"),
                arguments(
                        "http://localhost:8082/graphql",
                        "http://localhost:8082/#graphql",
                        "supergraph.yaml:4:18: subgraph \"users\" has the routing_url"
                                + " \"http://localhost:8082/#graphql\", which has a fragment (#graphql), which is never"
                                + " sent"),
                arguments(
                        "federation_version: =2.9.0",
                        "federation_version: =2.9.0\nsubgraph: {}",
                        "supergraph.yaml:2:1: unknown key \"subgraph\" (known: federation_version, subgraphs)"),
                arguments(
                        "=2.9.0",
                        "latest",
                        "supergraph.yaml:1:21: federation_version must be 2, or an exact version such as =2.9.0, but"
                                + " is \"latest\""),
                arguments(
                        "=2.9.0",
                        "=2.99.0",
                        "supergraph.yaml:1:21: federation_version \"=2.99.0\" is unknown; the newest known version is"
                                + " 2." + Composer.newestFederationMinor()),
                arguments(
                        "=2.9.0",
                        "=2.3.0",
                        "users/schema/users.graphqls:1:27: links federation v2.9, newer than federation_version 2.3"),
                arguments(
                        USERS_SCHEMA,
                        "fil: ./users/schema/users.graphqls",
                        "supergraph.yaml:6:7: unknown key \"fil\" (known: file, url, subgraph_url, sdl,"
                                + " introspection_headers, graphref, subgraph)"),
                arguments(
                        USERS_SCHEMA,
                        "{file: a.graphqls, url: http://localhost/a.graphqls}",
                        "supergraph.yaml:6:7: the schema of subgraph \"users\" must be exactly one of file, url,"
                                + " subgraph_url, sdl"),
                arguments(
                        USERS_SCHEMA,
                        "{graphref: platform@current, subgraph: users}",
                        "supergraph.yaml:6:7: subgraph \"users\" has a graphref: schemas of a registry cannot be read;"
                                + " fetch it into a file"),
                arguments(
                        USERS_SCHEMA,
                        "url: users.graphqls",
                        "supergraph.yaml:6:12: subgraph \"users\" has the schema url \"users.graphqls\", which is not"
                                + " an absolute http or https URL, such as http://localhost:4001/graphql"),
                arguments(USERS_SCHEMA, "file: [a]", "supergraph.yaml:6:13: file must be a text"),
                arguments(
                        USERS_SCHEMA,
                        "file: ${env.NOWHERE}/users.graphqls",
                        "supergraph.yaml:6:13: the environment variable NOWHERE is not set"),
                arguments("  matches:\n", "  users:\n", "supergraph.yaml:7:3: \"users\" is here twice"),
                arguments("subgraphs:\n", "subgraphs: {\n", "supergraph.yaml:"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsPlace(String from, String to, String message) {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change("supergraph.yaml", from, to);
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(platform::subgraphs)
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8082/graphql",
                "/graphql",
                "ftp://localhost/graphql",
                "http://",
                "http:///graphql",
                "http:localhost/graphql",
                "http://local host/graphql",
                "http://localhost:99999/graphql",
                "8082",
                "[http://localhost]",
                "true"
            })
    void anAddressIsAnAbsoluteHttpUrl(String address) {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change("supergraph.yaml", USERS_URL, address);
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(platform::subgraphs)
                .withMessageStartingWith("supergraph.yaml:4:18: subgraph \"users\" has the routing_url ")
                .withMessageContaining(", which is not an absolute http or https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "federation_version: 2\n", "federation_version: 2\nsubgraphs:\n", "subgraphs: {}\n"})
    void aFileWithoutSubgraphsIsReported(String text) {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.write("supergraph.yaml", text);
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(platform::subgraphs)
                .withMessageStartingWith("supergraph.yaml: ");
    }

    @Test
    void aMissingFileIsReported() {
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(new TestPlatform(folder)::subgraphs)
                .withMessage("supergraph.yaml: the file does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "=2.9.0", "=2.9", "2.12", "=2.14.0"})
    void knownFederationVersionsAreAccepted(String version) {
        TestPlatform platform = TestPlatform.copied(folder);
        platform.change("supergraph.yaml", "=2.9.0", version);
        assertThat(platform.subgraphs().subgraphs())
                .extracting(SubgraphSchema::name)
                .containsExactly("matches", "users");
    }

    @Test
    void schemasMayStandInTheFileAndUseVariables() {
        TestPlatform platform = new TestPlatform(folder);
        platform.write("supergraph.yaml", """
            subgraphs:
              users:
                routing_url: http://${env.HOST:-localhost}:${env.PORT}/graphql
                schema:
                  sdl: "type Query { viewer: ID }"
            """);
        SupergraphConfig config =
                SupergraphConfigReader.read(platform.config(), Map.of("PORT", "8082"), Duration.ofSeconds(5));
        assertThat(config.subgraphs()).singleElement().satisfies(subgraph -> {
            assertThat(subgraph.url()).isEqualTo("http://localhost:8082/graphql");
            assertThat(subgraph.sdl()).isEqualTo("type Query { viewer: ID }");
        });
    }
}
