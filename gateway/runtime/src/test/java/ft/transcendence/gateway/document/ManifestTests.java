package ft.transcendence.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTests {
    @Test
    void readsAnObjectFromIdToDocument() {
        Manifest manifest = Manifest.read("{\"1f\":\"{ a }\",\"sha256:2e\":\"{ b }\"}");
        assertThat(manifest.size()).isEqualTo(2);
        assertThat(manifest.document(named("1f"))).hasValue("{ a }");
        assertThat(manifest.document(named("sha256:1f"))).hasValue("{ a }");
        assertThat(manifest.document(named("2e"))).hasValue("{ b }");
        assertThat(manifest.document(named("3d"))).isEmpty();
        assertThat(manifest.contains("{ b }")).isTrue();
        assertThat(manifest.contains("{ c }")).isFalse();
    }

    @Test
    void readsTheManifestOfApollosTools() {
        Manifest manifest = Manifest.read("""
                {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
                  {"id": "dc67", "name": "Me", "type": "query", "body": "query Me { me { id } }"},
                  {"id": "f11e", "name": "Go", "type": "mutation", "clientName": "web", "body": "mutation Go { go }"}]}
                """);
        assertThat(manifest.document(named("f11e"))).hasValue("mutation Go { go }");
        assertThat(manifest.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                    | it must be a JSON object",
                "{                                     | it is not well-formed JSON",
                "{\"1\":2}                             | the id 1 has no document",
                "{\"1\":\" \"}                         | the id 1 has no document",
                "{\"a\":\"{a}\",\"sha256:a\":\"{b}\"}  | the id sha256:a stands for two documents",
                "{\"operations\":[{\"body\":\"{a}\"}]} | an operation has no id",
                "{\"operations\":[{\"id\":\"1\"}]}     | the id 1 has no document",
                "{\"format\":\"x\",\"operations\":[]}  | it must have the format apollo-persisted-query-manifest of version 1",
                "{\"version\":2,\"operations\":[]}     | it must have the format apollo-persisted-query-manifest of version 1",
            })
    void refusesOtherFiles(String text, String reason) {
        assertThatExceptionOfType(MalformedManifestException.class)
                .isThrownBy(() -> Manifest.read(text))
                .withMessageContaining(reason);
    }

    @Test
    void refusesFilesThatContradictEachOther() {
        Manifest one = Manifest.read("{\"1\":\"{a}\"}");
        assertThat(one.and(Manifest.read("{\"1\":\"{a}\",\"2\":\"{b}\"}")).size())
                .isEqualTo(2);
        assertThatExceptionOfType(MalformedManifestException.class)
                .isThrownBy(() -> one.and(Manifest.read("{\"1\":\"{b}\"}")))
                .withMessage("the id 1 stands for another document in another file");
    }

    private static DocumentName named(String id) {
        return new DocumentName(id, DocumentName.Kind.DOCUMENT_ID);
    }
}
