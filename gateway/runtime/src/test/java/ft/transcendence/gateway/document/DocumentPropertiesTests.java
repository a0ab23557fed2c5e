package ft.transcendence.gateway.document;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DocumentPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(DocumentProperties.class))
                .isEqualTo(new DocumentProperties(
                        List.of(),
                        AcceptedDocuments.ANY,
                        Duration.ofSeconds(1),
                        new DocumentProperties.Automatic(false, DataSize.ofMegabytes(16), Duration.ofDays(1))));
    }

    @Test
    void acceptsOnlyRegisteredDocuments() {
        DocumentProperties properties = bind(DocumentProperties.class, "manifests=a.json,b.json", "accept=by-id");
        assertThat(properties.accept()).isEqualTo(AcceptedDocuments.BY_ID);
        assertThat(properties.manifests()).containsExactly(Path.of("a.json"), Path.of("b.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accept=registered | gateway.documents.accept would refuse every document",
                "accept=some | some",
                "poll-interval=0 | pollInterval",
                "automatic.memory=0 | gateway.documents.automatic.memory must be positive",
                "automatic.max-idle-time=0 | maxIdleTime",
                "manifest=x | manifest"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(DocumentProperties.class, setting)).contains(reason);
    }

    @Test
    void refusesRegistrationByClientsBesideAList() {
        assertThat(refusalOf(
                        DocumentProperties.class, "manifests=a.json", "accept=registered", "automatic.enabled=true"))
                .contains("gateway.documents.automatic lets clients register documents");
    }
}
