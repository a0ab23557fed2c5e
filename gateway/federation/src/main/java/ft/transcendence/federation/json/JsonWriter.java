package ft.transcendence.federation.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into one growing byte array. The caller writes the punctuation, mostly as prepared byte arrays. The last output can be discarded
 * ({@link #truncate}).
 */
public final class JsonWriter {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private final int limit;
    private byte[] bytes;
    private int size;

    public JsonWriter(int capacity) {
        this(capacity, Integer.MAX_VALUE);
    }

    /** @param limit the maximum number of bytes; writing more throws a {@link JsonTooLongException} */
    public JsonWriter(int capacity, int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.clamp(capacity, 16, Math.max(16, limit))];
    }

    /** The text as a JSON string, with its quotes. */
    public static byte[] quoted(String text) {
        JsonWriter writer = new JsonWriter(text.length() + 16);
        writer.writeString(text);
        return writer.toByteArray();
    }

    public int size() {
        return size;
    }

    /** The array that contains the output in its first {@link #size} bytes. It is replaced when it has to grow. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Discards everything after the first {@code size} bytes. */
    public void truncate(int size) {
        if (size > this.size) {
            throw new IllegalArgumentException("Cannot truncate to more bytes than have been written");
        }
        this.size = size;
    }

    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    public void write(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** Writes an ASCII character. */
    public void write(char ascii) {
        ensure(1);
        bytes[size++] = (byte) ascii;
    }

    public void writeNull() {
        write(NULL);
    }

    public void writeAscii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    /** Writes a string with quotes in UTF-8 and escapes what JSON requires. An unpaired surrogate is written as an escape. */
    public void writeString(String text) {
        int length = text.length();
        ensure(length + 2);
        bytes[size++] = '"';
        int at = 0;
        while (at < length) {
            char next = text.charAt(at);
            if (next >= ' ' && next < 0x7F && next != '"' && next != '\\') {
                ensure(length - at + 1);
                bytes[size++] = (byte) next;
                at++;
                continue;
            }
            at += writeSpecial(text, at);
        }
        write('"');
    }

    private int writeSpecial(String text, int at) {
        char next = text.charAt(at);
        switch (next) {
            case '"' -> writeAscii("\\\"");
            case '\\' -> writeAscii("\\\\");
            case '\n' -> writeAscii("\\n");
            case '\r' -> writeAscii("\\r");
            case '\t' -> writeAscii("\\t");
            case '\b' -> writeAscii("\\b");
            case '\f' -> writeAscii("\\f");
            default -> {
                return writeBeyondAscii(text, at, next);
            }
        }
        return 1;
    }

    private int writeBeyondAscii(String text, int at, char next) {
        ensure(6);
        if (Character.isHighSurrogate(next)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            int code = Character.toCodePoint(next, text.charAt(at + 1));
            bytes[size++] = (byte) (0xF0 | code >> 18);
            bytes[size++] = (byte) (0x80 | code >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | code >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | code & 0x3F);
            return 2;
        }
        if (next < ' ' || Character.isSurrogate(next)) {
            bytes[size++] = '\\';
            bytes[size++] = 'u';
            bytes[size++] = HEX[next >> 12 & 0xF];
            bytes[size++] = HEX[next >> 8 & 0xF];
            bytes[size++] = HEX[next >> 4 & 0xF];
            bytes[size++] = HEX[next & 0xF];
        } else if (next < 0x80) {
            bytes[size++] = (byte) next;
        } else if (next < 0x800) {
            bytes[size++] = (byte) (0xC0 | next >> 6);
            bytes[size++] = (byte) (0x80 | next & 0x3F);
        } else {
            bytes[size++] = (byte) (0xE0 | next >> 12);
            bytes[size++] = (byte) (0x80 | next >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | next & 0x3F);
        }
        return 1;
    }

    /**
     * Writes a value that consists of maps, iterables, strings, booleans, numbers and null. Other objects are written as strings, by
     * {@code toString()}. A number without a JSON notation is written as null.
     */
    public void writeValue(@Nullable Object value) {
        switch (value) {
            case null -> writeNull();
            case String text -> writeString(text);
            case Boolean flag -> writeAscii(flag ? "true" : "false");
            case Double number when !Double.isFinite(number) -> writeNull();
            case Float number when !Float.isFinite(number) -> writeNull();
            case Number number -> writeAscii(number.toString());
            case Map<?, ?> members -> writeObject(members);
            case Iterable<?> elements -> writeArray(elements);
            default -> writeString(value.toString());
        }
    }

    private void writeObject(Map<?, ?> members) {
        write('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!first) {
                write(',');
            }
            first = false;
            writeString(String.valueOf(member.getKey()));
            write(':');
            writeValue(member.getValue());
        }
        write('}');
    }

    private void writeArray(Iterable<?> elements) {
        write('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                write(',');
            }
            first = false;
            writeValue(element);
        }
        write(']');
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            long needed = (long) size + more;
            if (needed > limit) {
                throw new JsonTooLongException(limit);
            }
            bytes = Arrays.copyOf(bytes, (int) Math.clamp(bytes.length * 3L / 2, needed, limit));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
