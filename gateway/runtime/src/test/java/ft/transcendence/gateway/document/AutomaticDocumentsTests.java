package ft.transcendence.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AutomaticDocumentsTests {
    private static final String DOCUMENT = "{__typename}";
    private static final String HASH = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";

    private final AtomicLong nanos = new AtomicLong();
    private final AutomaticDocuments documents = new AutomaticDocuments(
            new DocumentProperties.Automatic(true, DataSize.ofKilobytes(10), Duration.ofHours(1)), nanos::get);

    @Test
    void remembersADocumentByItsHash() {
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> documents.resolve(HASH, null));
        assertThat(documents.resolve(HASH, DOCUMENT)).isEqualTo(DOCUMENT);
        assertThat(documents.resolve(HASH, null)).isEqualTo(DOCUMENT);
        assertThat(documents.resolve(HASH.toUpperCase(Locale.ROOT), null)).isEqualTo(DOCUMENT);
    }

    @Test
    void refusesToStoreADocumentUnderAnotherHash() {
        assertRefused(GatewayError.PERSISTED_QUERY_HASH_MISMATCH, () -> documents.resolve(HASH, "{other}"));
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> documents.resolve(HASH, null));
    }

    @Test
    void forgetsADocumentThatNobodyUses() {
        documents.resolve(HASH, DOCUMENT);
        nanos.addAndGet(Duration.ofMinutes(50).toNanos());
        assertThat(documents.resolve(HASH, null)).isEqualTo(DOCUMENT);
        nanos.addAndGet(Duration.ofMinutes(50).toNanos());
        assertThat(documents.resolve(HASH, null)).isEqualTo(DOCUMENT);
        nanos.addAndGet(Duration.ofMinutes(61).toNanos());
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> documents.resolve(HASH, null));
    }

    @Test
    void neverKeepsADocumentThatIsLargerThanAllOfItsMemory() {
        String large = "{ a }" + "#".repeat(10_000);
        assertThat(documents.resolve(Sha256.hex(large), large)).isEqualTo(large);
        assertRefused(GatewayError.PERSISTED_QUERY_NOT_FOUND, () -> documents.resolve(Sha256.hex(large), null));
    }

    private static void assertRefused(GatewayError error, ThrowingCallable action) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
