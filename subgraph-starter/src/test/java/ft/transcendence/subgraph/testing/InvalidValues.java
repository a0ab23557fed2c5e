package ft.transcendence.subgraph.testing;

import ft.transcendence.subgraph.paging.Cursor;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Invalid values as sent by broken or malicious clients. */
final class InvalidValues {

    private static final int TOO_LONG = 100_000;
    private static final int TOO_MANY = 10_000;
    private static final int DEEP = 400;
    private static final String UNKNOWN_ID = "00000000-0000-4000-8000-00000000abcd";

    private InvalidValues() {}

    /**
     * A value to send.
     *
     * @param name a description of what is wrong with it
     * @param alwaysInvalid whether every field must reject it; if false, some fields may accept it
     */
    record Value(String name, Object value, boolean alwaysInvalid) {

        Value inAList() {
            return new Value("a list of " + name, List.of(value), alwaysInvalid);
        }
    }

    /** The invalid values for a type. */
    static List<Value> of(Type<?> type) {
        return switch (type) {
            case NonNullType required -> of(required.getType());
            case ListType list -> ofLists(list.getType());
            case TypeName name -> of(name.getName());
            default -> throw new IllegalStateException("Unknown kind of type: " + type);
        };
    }

    private static List<Value> ofLists(Type<?> element) {
        List<Value> values =
                new ArrayList<>(of(element).stream().map(Value::inAList).toList());
        values.add(new Value("an empty list", List.of(), false));
        values.add(new Value("a list of nulls", Collections.singletonList(null), false));
        values.add(new Value("a list with a null", Arrays.asList(valid(element), null, valid(element)), false));
        values.add(new Value("a list with a duplicate", Collections.nCopies(2, valid(element)), false));
        values.add(invalid("a list that is too long", Collections.nCopies(TOO_MANY, valid(element))));
        return values;
    }

    private static Object valid(Type<?> type) {
        return type instanceof NonNullType required ? valid(required.getType()) : UNKNOWN_ID;
    }

    private static List<Value> of(String type) {
        return switch (type) {
            case "ID" ->
                Stream.of(
                                texts(),
                                Stream.of(
                                        invalid("an empty id", ""),
                                        invalid("a blank id", "  "),
                                        unusual("not a UUID", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"),
                                        unusual("a short UUID", "1-1-1-1-1"),
                                        unusual("a UUID with a suffix", UNKNOWN_ID + "0"),
                                        unusual("the lowest UUID", "00000000-0000-0000-0000-000000000000"),
                                        unusual("the highest UUID", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
                                        unusual("a number", 5),
                                        unusual("a number that is too large", Long.MAX_VALUE),
                                        // graphql-java converts both to text, which is not an existing id
                                        unusual("a fraction", 1.5),
                                        unusual("a boolean", true),
                                        unusual("an object", Map.of("a", 1))))
                        .flatMap(values -> values)
                        .toList();
            case "String" ->
                Stream.of(
                                texts(),
                                Stream.of(
                                        invalid("an object", Map.of("a", 1)),
                                        invalid("a number", 5),
                                        invalid("a boolean", true),
                                        unusual("an empty string", ""),
                                        unusual("spaces", "   ")),
                                cursors())
                        .flatMap(values -> values)
                        .toList();
            case "Int" ->
                List.of(
                        invalid("a negative number", -1),
                        invalid("the lowest number", Integer.MIN_VALUE),
                        invalid("the highest number", Integer.MAX_VALUE),
                        invalid("a number beyond 32 bits", 1L << 40),
                        invalid("a fraction", 1.5),
                        invalid("the largest double", Double.MAX_VALUE),
                        invalid("the smallest double", Double.MIN_VALUE),
                        invalid("not a number", "NaN"),
                        invalid("a word", "many"));
            case "DateTime" ->
                List.of(
                        invalid("the latest time of Java", "+999999999-12-31T23:59:59.999999999-18:00"),
                        invalid("the earliest time of Java", "-999999999-01-01T00:00:00+18:00"),
                        invalid("a year with five digits", "+10000-01-01T00:00:00Z"),
                        invalid("a nonexistent day", "2026-02-30T00:00:00Z"),
                        invalid("a word", "yesterday"),
                        invalid("a time without an offset", "2026-03-01T12:30:00"),
                        invalid("a nonexistent hour", "2026-03-01T25:00:00Z"),
                        invalid("an empty string", ""),
                        invalid("a number", 12),
                        unusual("the earliest valid time", "0000-01-01T00:00:00Z"),
                        unusual("the latest valid time", "9999-12-31T23:59:59.999999999Z"));
            case "Boolean" -> List.of(invalid("not a boolean", "yes"));
            // constants and input objects
            default ->
                List.of(
                        invalid("an unknown constant", "NONE_OF_THESE"),
                        invalid("a number", 1),
                        invalid("a list", List.of("a", "b")),
                        invalid("unknown keys", Map.of("__proto__", Map.of("a", 1), "constructor", "b")),
                        invalid("a deep object", deep()));
        };
    }

    private static Object deep() {
        Object value = 1;
        for (int level = 0; level < DEEP; level++) {
            value = Map.of("a", value);
        }
        return value;
    }

    /** Well-formed cursors of each shape in use, with keys that do not exist. */
    private static Stream<Value> cursors() {
        UUID id = UUID.fromString(UNKNOWN_ID);
        return Stream.of(
                        Cursor.of(id),
                        Cursor.of("a\0b"),
                        Cursor.of("a\0b", id),
                        Cursor.of("x".repeat(5_000)),
                        Cursor.of(Instant.MAX, id),
                        Cursor.of(Instant.MIN, id),
                        Cursor.of(Instant.EPOCH, id),
                        Cursor.of(Long.MAX_VALUE, id),
                        Cursor.of(Long.MIN_VALUE, id),
                        Cursor.of(Double.NaN, id),
                        Cursor.of(Double.POSITIVE_INFINITY, id),
                        Cursor.of(Double.MAX_VALUE, id),
                        Cursor.of(Double.MIN_VALUE, id),
                        Cursor.of("", ""),
                        Cursor.of(id, id, id))
                .map(cursor -> unusual("a cursor of " + cursor.keys(), cursor.encode()));
    }

    private static Stream<Value> texts() {
        return Stream.of(
                invalid("a NUL character", "a\0b"),
                invalid("an unpaired high surrogate", "a\ud83d"),
                invalid("an unpaired low surrogate", "\ude00b"),
                invalid("a string that is too long", "x".repeat(TOO_LONG)),
                unusual("control characters", "\1\7\33[31m\177"),
                unusual("SQL", "' or 1 = 1; --"),
                unusual("wildcards", "%_\\"),
                unusual("a right-to-left override", "\u202eabc"),
                unusual("a surrogate pair", "\ud83d\ude00"));
    }

    private static Value invalid(String name, Object value) {
        return new Value(name, value, true);
    }

    private static Value unusual(String name, Object value) {
        return new Value(name, value, false);
    }
}
