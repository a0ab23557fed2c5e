package ft.transcendence.users.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Generates codes like an authenticator app, independently of the code under test. */
final class AuthenticatorCodes {

    private AuthenticatorCodes() {}

    static String current(String secret) {
        return at(secret, Instant.now().getEpochSecond() / 30);
    }

    /** The code of the next period, which Keycloak accepts as well. Allows a second login within a period. */
    static String next(String secret) {
        return at(secret, Instant.now().getEpochSecond() / 30 + 1);
    }

    private static String at(String secret, long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(period).array());
            int start = hash[19] & 15;
            return String.format(
                    Locale.ROOT, "%06d", (ByteBuffer.wrap(hash, start, 4).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
