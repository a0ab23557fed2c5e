package ft.transcendence.federation.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks that bytes are well-formed UTF-8 (RFC 3629, table in section 4), because values that are passed on without being decoded could make the
 * client's response unreadable. ASCII is skipped eight bytes at a time.
 */
public final class Utf8 {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;

    private Utf8() {}

    /** @throws MalformedJsonException at the first byte that is not part of a character */
    public static void check(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (at + Long.BYTES <= bytes.length && ((long) WORD.get(bytes, at) & HIGHS) == 0) {
                at += Long.BYTES;
                continue;
            }
            int length = bytes[at] >= 0 ? 1 : characterLength(bytes, at);
            if (length == 0) {
                throw new MalformedJsonException("Not UTF-8", at);
            }
            at += length;
        }
    }

    /** The length in bytes of the character, not ASCII, that starts here; 0 if it is malformed. */
    private static int characterLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
        if (first >= 0xC2 && first <= 0xDF) {
            return isTail(second) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            int least = first == 0xE0 ? 0xA0 : 0x80;
            int most = first == 0xED ? 0x9F : 0xBF;
            return second >= least && second <= most && isTail(bytes, at + 2) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int least = first == 0xF0 ? 0x90 : 0x80;
            int most = first == 0xF4 ? 0x8F : 0xBF;
            boolean fits = second >= least && second <= most;
            return fits && isTail(bytes, at + 2) && isTail(bytes, at + 3) ? 4 : 0;
        }
        return 0;
    }

    private static boolean isTail(byte[] bytes, int at) {
        return at < bytes.length && isTail(bytes[at] & 0xFF);
    }

    private static boolean isTail(int octet) {
        return octet >= 0x80 && octet <= 0xBF;
    }
}
