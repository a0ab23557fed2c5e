package ft.transcendence.gateway.document;

import jakarta.validation.Valid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Persisted documents.
 *
 * @param manifests files of registered documents: a JSON object from id to document, as GraphQL Code Generator and Relay write it,
 *     or Apollo's persisted query manifest. Changed files are loaded within {@code poll-interval}
 * @param accept which documents clients may execute: {@code any}, {@code registered} (by id or in full) or {@code by-id}; the
 *     latter two need {@code manifests}
 * @param pollInterval how often the files are checked for changes
 * @param automatic documents that clients register by their hash
 */
@Validated
@ConfigurationProperties(prefix = "gateway.documents", ignoreUnknownFields = false)
record DocumentProperties(
        @DefaultValue List<Path> manifests,
        @DefaultValue("any") AcceptedDocuments accept,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration pollInterval,
        @DefaultValue @Valid Automatic automatic) {

    DocumentProperties {
        manifests = List.copyOf(manifests);
        if (accept != AcceptedDocuments.ANY && manifests.isEmpty()) {
            throw new IllegalArgumentException(
                    "gateway.documents.accept would refuse every document, because gateway.documents.manifests is empty");
        }
        if (accept != AcceptedDocuments.ANY && automatic.enabled()) {
            throw new IllegalArgumentException(
                    "gateway.documents.automatic lets clients register documents, which gateway.documents.accept forbids");
        }
    }

    /**
     * Automatic persisted queries: a client sends the SHA-256 of a document, and the document only when the gateway does not know
     * it.
     *
     * @param enabled whether clients may register documents
     * @param memory of all these documents; the least used are forgotten first
     * @param maxIdleTime how long an unused document is remembered
     */
    record Automatic(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("16MB") DataSize memory,
            @DefaultValue("1d") @DurationMin(millis = 1) Duration maxIdleTime) {
        Automatic {
            if (memory.toBytes() < 1) {
                throw new IllegalArgumentException("gateway.documents.automatic.memory must be positive");
            }
        }
    }
}
