package ft.transcendence.gateway.document;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which documents are executed under which settings. */
class DocumentsTests {
    private static final String REGISTERED = "{ registered }";
    private static final DocumentName ID = new DocumentName("1f", DocumentName.Kind.DOCUMENT_ID);
    private static final DocumentName UNKNOWN = new DocumentName("2e", DocumentName.Kind.PERSISTED_QUERY);

    @TempDir
    Path folder;

    private Path manifest;
    private @Nullable Documents documents;

    @BeforeEach
    void register() throws IOException {
        manifest = Files.writeString(folder.resolve("documents.json"), "{\"1f\":\"" + REGISTERED + "\"}");
    }

    @AfterEach
    void stop() {
        if (documents != null) {
            documents.destroy();
        }
    }

    private Documents documents(String... settings) {
        documents = new Documents(bind(DocumentProperties.class, settings));
        return documents;
    }

    @Test
    void knowNoNamesByDefault() {
        Documents none = documents();
        assertThat(none.sent("{ any }", UNKNOWN)).isEqualTo("{ any }");
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_SUPPORTED, () -> none.named(UNKNOWN));
    }

    @Test
    void areRegisteredOrSent() {
        Documents any = documents("manifests=" + manifest);
        assertThat(any.named(ID)).isEqualTo(REGISTERED);
        assertThat(any.sent("{ any }", null)).isEqualTo("{ any }");
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> any.named(UNKNOWN));
    }

    @Test
    void areRegisteredByClientsBesideAManifest() {
        Documents automatic = documents("manifests=" + manifest, "automatic.enabled=true");
        DocumentName name = new DocumentName(Sha256.hex("{ any }"), DocumentName.Kind.PERSISTED_QUERY);
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> automatic.named(name));
        assertThat(automatic.sent("{ any }", name)).isEqualTo("{ any }");
        assertThat(automatic.named(name)).isEqualTo("{ any }");
        assertThat(automatic.named(ID)).isEqualTo(REGISTERED);
    }

    @Test
    void mustBeOnTheList() {
        Documents listed = documents("manifests=" + manifest, "accept=registered");
        assertThat(listed.named(ID)).isEqualTo(REGISTERED);
        assertThat(listed.sent(REGISTERED, null)).isEqualTo(REGISTERED);
        assertRefused(GatewayError.QUERY_NOT_IN_SAFELIST, () -> listed.sent("{ any }", UNKNOWN));
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_IN_LIST, () -> listed.named(UNKNOWN));
    }

    @Test
    void mustBeNamed() {
        Documents named = documents("manifests=" + manifest, "accept=by-id");
        assertThat(named.named(ID)).isEqualTo(REGISTERED);
        assertRefused(GatewayError.PERSISTED_QUERY_ID_REQUIRED, () -> named.sent(REGISTERED, null));
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_IN_LIST, () -> named.named(UNKNOWN));
    }

    @Test
    void followTheirFile() throws IOException {
        Documents listed = documents("manifests=" + manifest, "accept=registered", "poll-interval=10ms");
        Files.writeString(manifest, "{\"1f\":");
        Files.writeString(manifest, "{\"2e\":\"{ second }\"}");
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(listed.named(UNKNOWN))
                .isEqualTo("{ second }"));
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_IN_LIST, () -> listed.named(ID));
    }

    @Test
    void stopTheStartWithoutTheirFile() {
        assertThatExceptionOfType(ManifestUnusableException.class)
                .isThrownBy(() -> documents("manifests=" + folder.resolve("missing.json")))
                .withMessageContaining("There is no manifest of documents at")
                .withMessageContaining("missing.json");
    }

    @Test
    void stopTheStartWithAFileThatIsNone() throws IOException {
        Files.writeString(manifest, "[]");
        assertThatExceptionOfType(ManifestUnusableException.class)
                .isThrownBy(() -> documents("manifests=" + manifest))
                .withMessageEndingWith("documents.json cannot be used: it must be a JSON object");
    }

    private static void assertRefused(GatewayError error, ThrowingCallable action) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
