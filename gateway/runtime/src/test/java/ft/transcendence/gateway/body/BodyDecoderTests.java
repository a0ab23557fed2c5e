package ft.transcendence.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyDecoderTests {
    private static final String TEXT = "{\"query\":\"{ player(id: 1) { name } }\"}".repeat(500);

    @ParameterizedTest
    @EnumSource
    void decodesWhatTheCodingEncodes(ContentCoding coding) throws IOException {
        byte[] decoded =
                BodyDecoder.decode(encode(coding, TEXT.getBytes(StandardCharsets.UTF_8)), coding, 100_000, bytes -> {});
        assertThat(decoded).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsABodyOfExactlyTheLimit(ContentCoding coding) throws IOException {
        byte[] body = encode(coding, new byte[50_000]);
        assertThat(BodyDecoder.decode(body, coding, 50_000, bytes -> {})).hasSize(50_000);
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> BodyDecoder.decode(body, coding, 49_999, bytes -> {}));
    }

    /** A few kilobytes that become a hundred megabytes. */
    @ParameterizedTest
    @EnumSource
    void allocatesNoMoreThanTheLimitForABomb(ContentCoding coding) throws IOException {
        byte[] bomb = encode(coding, new byte[100 << 20]);
        AtomicLong most = new AtomicLong();
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() ->
                        BodyDecoder.decode(bomb, coding, 1 << 20, bytes -> most.accumulateAndGet(bytes, Math::max)));
        assertThat(most).hasValueLessThanOrEqualTo((1 << 20) + 1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesABodyThatIsCutOffOrNoneOfTheCoding(ContentCoding coding) throws IOException {
        byte[] body = encode(coding, TEXT.getBytes(StandardCharsets.UTF_8));
        byte[] cutOff = Arrays.copyOf(body, body.length / 2);
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> BodyDecoder.decode(cutOff, coding, 100_000, bytes -> {}))
                .withMessage("The body is not valid " + coding.token());
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() ->
                        BodyDecoder.decode("plain".getBytes(StandardCharsets.UTF_8), coding, 100_000, bytes -> {}));
    }

    private static byte[] encode(ContentCoding coding, byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream coded = coding.encode(bytes)) {
            coded.write(plain);
        }
        return bytes.toByteArray();
    }
}
