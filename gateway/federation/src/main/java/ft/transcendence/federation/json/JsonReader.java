package ft.transcendence.federation.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over JSON bytes in UTF-8. The caller tries the names that it expects ({@link #tryName}), reads the values that it needs and skips the
 * others ({@link #skipValue}); {@link #position} before and after gives the byte range of a value. Nothing is copied or allocated until a value
 * is read as an object.
 *
 * <p>The reader is strict: it checks the grammar of everything that it skips. The depth of nesting is limited to {@link #MAX_DEPTH}.
 *
 * <p>Strings are skipped eight bytes at a time: arithmetic on the whole word finds a quote, a backslash or a control character among its bytes
 * (H. S. Warren, Hacker's Delight, "Find first 0-byte").
 */
public final class JsonReader {

    /** How deeply values may be nested; deeper ones are malformed. */
    public static final int MAX_DEPTH = 256;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    public JsonReader() {}

    public JsonReader(byte[] bytes) {
        reset(bytes, 0, bytes.length);
    }

    /** Starts again at {@code from} (inclusive) of other bytes, which end at {@code end} (exclusive). */
    public void reset(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    /** Moves back, or ahead, to a byte. */
    public void moveTo(int newPosition) {
        this.position = newPosition;
    }

    /** The offset of the next byte. */
    public int position() {
        return position;
    }

    /** Skips white space and returns the next byte without skipping it. */
    public byte peek() {
        byte[] source = bytes;
        int at = position;
        while (at < end) {
            byte next = source[at];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                position = at;
                return next;
            }
            at++;
        }
        position = at;
        throw malformed("The input ends too early");
    }

    /** Skips white space and then this byte, if it is the next one. Returns whether it is. */
    public boolean tryByte(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    /** Skips white space and this byte, which must be the next one. */
    public void expect(char expected) {
        if (peek() != expected) {
            throw malformed("Expected '" + expected + "'");
        }
        position++;
    }

    /** Checks that only white space is left. */
    public void expectEnd() {
        while (position < end) {
            byte next = bytes[position];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                throw malformed("Expected the end of the input");
            }
            position++;
        }
    }

    /** Skips the next bytes if they are exactly these. White space before them must have been skipped by {@link #peek}. */
    public boolean tryBytes(byte[] expected) {
        int from = position;
        int to = from + expected.length;
        if (to > end || !Arrays.equals(bytes, from, to, expected, 0, expected.length)) {
            return false;
        }
        position = to;
        return true;
    }

    /**
     * Skips the name of a member and its colon, if the name is this one. Returns whether it is.
     *
     * @param quotedName the name with its quotes, as returned by {@link JsonWriter#quoted}
     */
    public boolean tryName(byte[] quotedName) {
        peek();
        if (!tryBytes(quotedName)) {
            return false;
        }
        expect(':');
        return true;
    }

    /** Skips one value of any kind. */
    public void skipValue() {
        skipValue(0);
    }

    private void skipValue(int depth) {
        switch (peek()) {
            case '"' -> skipString();
            case '{' -> skipObject(depth + 1);
            case '[' -> skipArray(depth + 1);
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipObject(int depth) {
        checkDepth(depth);
        position++;
        if (tryByte('}')) {
            return;
        }
        do {
            if (peek() != '"') {
                throw malformed("Expected a member's name");
            }
            skipString();
            expect(':');
            skipValue(depth);
        } while (tryByte(','));
        expect('}');
    }

    private void skipArray(int depth) {
        checkDepth(depth);
        position++;
        if (tryByte(']')) {
            return;
        }
        do {
            skipValue(depth);
        } while (tryByte(','));
        expect(']');
    }

    void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("Nested deeper than " + MAX_DEPTH);
        }
    }

    void skipWord(String word) {
        for (int i = 0; i < word.length(); i++, position++) {
            if (position >= end || bytes[position] != word.charAt(i)) {
                throw malformed("Expected a value");
            }
        }
    }

    /** Skips a string whose opening quote is the next byte. */
    public void skipString() {
        byte[] source = bytes;
        int at = position + 1;
        while (true) {
            at = endOfPlainText(source, at);
            byte next = source[at];
            if (next == '"') {
                position = at + 1;
                return;
            }
            if (next != '\\') {
                position = at;
                throw malformed("A control character inside a string");
            }
            at = skipEscape(at + 1);
        }
    }

    /** The offset of the next quote, backslash or control character. */
    private int endOfPlainText(byte[] source, int from) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long word = (long) WORD.get(source, at);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long found =
                    (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - SPACES) & ~word)) & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        for (; at < end; at++) {
            byte next = source[at];
            if (next == '"' || next == '\\' || (next >= 0 && next < ' ')) {
                return at;
            }
        }
        position = at;
        throw malformed("The input ends inside a string");
    }

    private int skipEscape(int at) {
        position = at;
        if (at >= end) {
            throw malformed("The input ends inside a string");
        }
        switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 1;
            }
            case 'u' -> {
                unicodeEscape(at + 1);
                return at + 5;
            }
            default -> throw malformed("Unknown escape");
        }
    }

    private char unicodeEscape(int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < end ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                position = Math.min(i, end);
                throw malformed("Expected four hexadecimal digits");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private void skipNumber() {
        if (bytes[position] == '-') {
            position++;
        }
        if (position < end && bytes[position] == '0') {
            position++;
        } else {
            skipDigits();
        }
        if (position < end && bytes[position] == '.') {
            position++;
            skipDigits();
        }
        if (position < end && (bytes[position] == 'e' || bytes[position] == 'E')) {
            position++;
            if (position < end && (bytes[position] == '+' || bytes[position] == '-')) {
                position++;
            }
            skipDigits();
        }
    }

    private void skipDigits() {
        int from = position;
        while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
            position++;
        }
        if (position == from) {
            throw malformed("Expected a value");
        }
    }

    /** Reads a string and resolves its escapes. */
    public String readString() {
        if (peek() != '"') {
            throw malformed("Expected a string");
        }
        int from = position;
        skipString();
        return unescape(from + 1, position - 1);
    }

    private String unescape(int from, int to) {
        int escape = from;
        while (escape < to && bytes[escape] != '\\') {
            escape++;
        }
        if (escape == to) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        while (escape < to) {
            text.append(new String(bytes, plain, escape - plain, StandardCharsets.UTF_8));
            byte kind = bytes[escape + 1];
            plain = escape + (kind == 'u' ? 6 : 2);
            text.append(
                    switch (kind) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'u' -> unicodeEscape(escape + 2);
                        default -> (char) kind;
                    });
            escape = plain;
            while (escape < to && bytes[escape] != '\\') {
                escape++;
            }
        }
        return text.append(new String(bytes, plain, to - plain, StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Reads a value of any kind: as {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code Boolean} or null. A number is a {@code Long},
     * a {@code BigInteger} beyond its range, or a {@code BigDecimal} if it has a fraction or an exponent.
     */
    public @Nullable Object readValue() {
        return new JsonValues(this).read();
    }

    String readNumber() {
        int from = position;
        skipNumber();
        return new String(bytes, from, position - from, StandardCharsets.ISO_8859_1);
    }

    /** An exception at the next byte, for callers to throw. */
    public MalformedJsonException malformed(String problem) {
        return new MalformedJsonException(problem, position);
    }
}
