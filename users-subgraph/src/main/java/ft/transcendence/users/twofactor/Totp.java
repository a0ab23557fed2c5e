package ft.transcendence.users.twofactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as authenticator apps make them: RFC 6238 with HMAC-SHA-1, six digits, a new code every
 * 30 seconds. The same parameters are stored with the credential at Keycloak, which checks the codes of logins itself.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int PERIOD_SECONDS = 30;

    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** Whether this is the code of this moment, or of the period before or behind it, for clocks that disagree. */
    static boolean matches(byte[] secret, String code, Instant now) {
        long period = now.getEpochSecond() / PERIOD_SECONDS;
        boolean matches = false;
        for (long near = period - 1; near <= period + 1; near++) {
            // no early way out: the time taken tells nothing
            matches |= MessageDigest.isEqual(
                    code(secret, near).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }

    static String code(byte[] secret, Instant now) {
        return code(secret, now.getEpochSecond() / PERIOD_SECONDS);
    }

    private static String code(byte[] secret, long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
