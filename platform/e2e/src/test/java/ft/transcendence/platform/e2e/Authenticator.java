package ft.transcendence.platform.e2e;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app (<a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>: SHA-1, six digits, 30 seconds) that never returns
 * the same code twice: the second one is that of the next period, which is already accepted, so only the third has to wait.
 */
final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long PERIOD_SECONDS = 30;
    private static final Duration A_PERIOD_AND_MORE = Duration.ofSeconds(PERIOD_SECONDS + 5);

    private final SecretKeySpec key;
    private long last;

    Authenticator(String secret) {
        this.key = new SecretKeySpec(decode(secret), "HmacSHA1");
    }

    /** A code that is accepted now and has not been returned before. */
    String nextCode() {
        long period = Math.max(last + 1, thisPeriod());
        await("the period before the code's").atMost(A_PERIOD_AND_MORE).until(() -> period <= thisPeriod() + 1);
        last = period;
        return code(period);
    }

    /** Six digits that are not a current code. */
    String wrongCode() {
        long now = thisPeriod();
        for (int guess = 0; ; guess++) {
            String digits = String.format(Locale.ROOT, "%06d", guess);
            boolean right = false;
            for (long period = now - 3; period <= now + 3; period++) {
                right |= code(period).equals(digits);
            }
            if (!right) {
                return digits;
            }
        }
    }

    private static long thisPeriod() {
        return Instant.now().getEpochSecond() / PERIOD_SECONDS;
    }

    private String code(long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(period).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decode(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.replace("=", "").toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
