package ft.transcendence.gateway.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests (FIPS 180-4), in bytes or in lower-case hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** The 64 digits of a text in UTF-8. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** The first 32 of the 64 digits: short enough to be read in a log, and still of one text alone. */
    public static String shortHex(String text) {
        return shortHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 32 of the 64 digits. */
    public static String shortHex(byte[] content) {
        return HexFormat.of().formatHex(of(content), 0, 16);
    }

    /** The 32 bytes of a text in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 bytes. */
    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /** A digest of content that comes in pieces. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
