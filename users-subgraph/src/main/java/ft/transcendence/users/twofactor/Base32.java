package ft.transcendence.users.twofactor;

/** Base32 without padding (RFC 4648), as authenticator apps write secrets. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int pending = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE) | (next & 0xff);
            pending += Byte.SIZE;
            while (pending >= BITS) {
                pending -= BITS;
                text.append(ALPHABET.charAt((buffer >> pending) & 0x1f));
            }
        }
        if (pending > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - pending)) & 0x1f));
        }
        return text.toString();
    }
}
