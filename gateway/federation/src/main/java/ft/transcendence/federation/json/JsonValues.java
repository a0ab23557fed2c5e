package ft.transcendence.federation.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values as objects, which is only needed for errors and extensions. */
final class JsonValues {

    private final JsonReader reader;

    JsonValues(JsonReader reader) {
        this.reader = reader;
    }

    @Nullable Object read() {
        return read(0);
    }

    private @Nullable Object read(int depth) {
        switch (reader.peek()) {
            case '"' -> {
                return reader.readString();
            }
            case '{' -> {
                return readObject(depth + 1);
            }
            case '[' -> {
                return readArray(depth + 1);
            }
            case 't' -> {
                reader.skipWord("true");
                return Boolean.TRUE;
            }
            case 'f' -> {
                reader.skipWord("false");
                return Boolean.FALSE;
            }
            case 'n' -> {
                reader.skipWord("null");
                return null;
            }
            default -> {
                return readNumber();
            }
        }
    }

    private Map<String, @Nullable Object> readObject(int depth) {
        reader.checkDepth(depth);
        reader.expect('{');
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (reader.tryByte('}')) {
            return members;
        }
        do {
            String name = reader.readString();
            reader.expect(':');
            members.put(name, read(depth));
        } while (reader.tryByte(','));
        reader.expect('}');
        return members;
    }

    private List<@Nullable Object> readArray(int depth) {
        reader.checkDepth(depth);
        reader.expect('[');
        List<@Nullable Object> elements = new ArrayList<>();
        if (reader.tryByte(']')) {
            return elements;
        }
        do {
            elements.add(read(depth));
        } while (reader.tryByte(','));
        reader.expect(']');
        return elements;
    }

    private Object readNumber() {
        int from = reader.position();
        String text = reader.readNumber();
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return decimal(text, from);
        }
        return text.length() < 19 ? (Object) Long.parseLong(text) : integer(text, from);
    }

    private static Object integer(String text, int from) {
        // parsing decimal digits takes quadratic time in the worst case
        if (text.length() > 1_000) {
            throw new MalformedJsonException("A number of more than 1000 digits", from);
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static BigDecimal decimal(String text, int from) {
        if (text.length() > 1_000) {
            throw new MalformedJsonException("A number of more than 1000 digits", from);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException tooLargeAnExponent) {
            throw new MalformedJsonException("A number out of range", from);
        }
    }
}
