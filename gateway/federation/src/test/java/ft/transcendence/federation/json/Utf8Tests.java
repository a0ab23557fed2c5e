package ft.transcendence.federation.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Tests {

    private static boolean isAccepted(byte[] bytes) {
        try {
            Utf8.check(bytes);
            return true;
        } catch (MalformedJsonException malformed) {
            return false;
        }
    }

    private static boolean isAcceptedByJava(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void acceptsEveryCharacter() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character += 7) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                String text = "plain text before " + Character.toString(character) + " and after";
                assertThat(isAccepted(text.getBytes(StandardCharsets.UTF_8))).isTrue();
            }
        }
    }

    @Test
    void agreesWithJavaOnRandomBytes() {
        Random random = new Random(5);
        int[] interesting = {
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(14)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) (random.nextInt(3) == 0 ? 0x20 : interesting[random.nextInt(interesting.length)]);
            }
            assertThat(isAccepted(bytes)).isEqualTo(isAcceptedByJava(bytes));
        }
    }
}
