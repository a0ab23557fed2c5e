package ft.transcendence.subgraph.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void survivesEncodingAndDecoding() {
        Instant instant = Instant.parse("2026-01-02T03:04:05.678901Z");
        UUID id = UUID.randomUUID();
        Cursor cursor = Cursor.decode(Cursor.of(instant, id).encode());
        assertThat(cursor.instant(0)).isEqualTo(instant);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(Cursor.decode(Cursor.of("ädä").encode()).text(0)).isEqualTo("ädä");
    }

    /** Wrong alphabet, padding, leftover bits, and bytes that are not UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"?", "YQ==", "YR", "_w", "wIA", "YWE=", "a b"})
    void rejectsTextThatWasNeverEncoded(String text) {
        assertRefused(() -> Cursor.decode(text));
    }

    @Test
    void rejectsCursorsOfOtherLists() {
        PageArguments page =
                PageArguments.of(10, Cursor.of(7, UUID.randomUUID()).encode());
        assertThat(page.after(2)).isPresent();
        assertRefused(() -> page.after(1));
        assertRefused(() -> page.after(2).orElseThrow().uuid(0));
        assertRefused(() -> page.after(2).orElseThrow().number(2));
        assertThat(PageArguments.of(10, null).after(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
    void rejectsTimesOutOfRange(String moment) {
        assertRefused(() -> Cursor.decode(Cursor.of(moment).encode()).instant(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999"})
    void rejectsMalformedNumbers(String number) {
        assertRefused(() -> Cursor.decode(Cursor.of(number).encode()).decimal(0));
    }

    @Test
    void rejectsTextThatPostgresCannotStore() {
        assertRefused(() -> Cursor.decode(Cursor.of("a\0b").encode()));
    }

    private static void assertRefused(Runnable use) {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(use::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
    }
}
