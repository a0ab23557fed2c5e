package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import java.util.Arrays;
import java.util.Collection;

/** Checks the JSON of leaf values: built-in scalars by their type, enum values by the consumer schema. Custom scalars may be anything. */
final class LeafType {

    /** How a value relates to its type. */
    enum Verdict {
        VALID,
        /** A number that is an ID: valid in quotes. */
        NEEDS_QUOTES,
        /** An enum value that the consumer schema does not have, because it is inaccessible or newer than the supergraph. It becomes null. */
        HIDDEN,
        INVALID
    }

    private enum Kind {
        STRING,
        INT,
        FLOAT,
        BOOLEAN,
        ID,
        ENUM,
        CUSTOM
    }

    private final Kind kind;
    private final byte[][] enumValues;

    private LeafType(Kind kind, byte[][] enumValues) {
        this.kind = kind;
        this.enumValues = enumValues;
    }

    static LeafType scalar(String name) {
        return new LeafType(
                switch (name) {
                    case "String" -> Kind.STRING;
                    case "Int" -> Kind.INT;
                    case "Float" -> Kind.FLOAT;
                    case "Boolean" -> Kind.BOOLEAN;
                    case "ID" -> Kind.ID;
                    default -> Kind.CUSTOM;
                },
                new byte[0][]);
    }

    static LeafType enumeration(Collection<String> values) {
        return new LeafType(Kind.ENUM, values.stream().map(JsonWriter::quoted).toArray(byte[][]::new));
    }

    boolean isCustom() {
        return kind == Kind.CUSTOM;
    }

    /** Checks a value that is not null. */
    Verdict judge(byte[] bytes, int from, int length) {
        byte first = bytes[from];
        boolean valid =
                switch (kind) {
                    case STRING, ID -> first == '"';
                    case INT -> isInt(bytes, from, length);
                    case FLOAT -> isNumber(first);
                    case BOOLEAN -> first == 't' || first == 'f';
                    case ENUM -> isEnumValue(bytes, from, length);
                    case CUSTOM -> true;
                };
        if (valid) {
            return Verdict.VALID;
        }
        if (kind == Kind.ENUM && first == '"') {
            return Verdict.HIDDEN;
        }
        return kind == Kind.ID && isInteger(bytes, from, length) ? Verdict.NEEDS_QUOTES : Verdict.INVALID;
    }

    private static boolean isNumber(byte first) {
        return first == '-' || (first >= '0' && first <= '9');
    }

    private static boolean isInteger(byte[] bytes, int from, int length) {
        if (!isNumber(bytes[from])) {
            return false;
        }
        for (int i = from + 1; i < from + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an integer of 32 bits, which the specification requires of Int. */
    private static boolean isInt(byte[] bytes, int from, int length) {
        if (length > 11 || !isInteger(bytes, from, length)) {
            return false;
        }
        long value = 0;
        for (int i = bytes[from] == '-' ? from + 1 : from; i < from + length; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value <= (bytes[from] == '-' ? 1L << 31 : Integer.MAX_VALUE);
    }

    private boolean isEnumValue(byte[] bytes, int from, int length) {
        if (isOneOfValues(bytes, from, length)) {
            return true;
        }
        if (!isEscaped(bytes, from, length)) {
            return false;
        }
        byte[] plain = JsonWriter.quoted(unescaped(bytes, from, length));
        return isOneOfValues(plain, 0, plain.length);
    }

    private boolean isOneOfValues(byte[] bytes, int from, int length) {
        for (byte[] value : enumValues) {
            if (value.length == length && Arrays.equals(value, 0, length, bytes, from, from + length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscaped(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\\') {
                return bytes[from] == '"';
            }
        }
        return false;
    }

    private static String unescaped(byte[] bytes, int from, int length) {
        JsonReader reader = new JsonReader();
        reader.reset(bytes, from, from + length);
        return reader.readString();
    }
}
