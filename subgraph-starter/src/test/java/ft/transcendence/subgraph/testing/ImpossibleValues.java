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
final class ImpossibleValues {

    private static final int TOO_LONG = 100_000;
    private static final int TOO_MANY = 10_000;
    private static final int DEEP = 400;
    private static final String SOME_ID = "00000000-0000-4000-8000-00000000abcd";

    private ImpossibleValues() {}

    /**
     * A value to send.
     *
     * @param name a description of what is wrong with it
     * @param hopeless whether no field can accept it; if false, some fields may
     */
    record Bad(String name, Object value, boolean hopeless) {

        Bad inAList() {
            return new Bad("a list of " + name, List.of(value), hopeless);
        }
    }

    /** The invalid values for a type. */
    static List<Bad> of(Type<?> type) {
        return switch (type) {
            case NonNullType required -> of(required.getType());
            case ListType list -> ofLists(list.getType());
            case TypeName name -> of(name.getName());
            default -> throw new IllegalStateException("What is " + type);
        };
    }

    private static List<Bad> ofLists(Type<?> element) {
        List<Bad> values =
                new ArrayList<>(of(element).stream().map(Bad::inAList).toList());
        values.add(new Bad("an empty list", List.of(), false));
        values.add(new Bad("a list of nulls", Collections.singletonList(null), false));
        values.add(new Bad("a null amid a list", Arrays.asList(someOf(element), null, someOf(element)), false));
        values.add(new Bad("the same twice", Collections.nCopies(2, someOf(element)), false));
        values.add(hopeless("a list that is too long", Collections.nCopies(TOO_MANY, someOf(element))));
        return values;
    }

    private static Object someOf(Type<?> type) {
        return type instanceof NonNullType required ? someOf(required.getType()) : SOME_ID;
    }

    private static List<Bad> of(String type) {
        return switch (type) {
            case "ID" ->
                Stream.of(
                                texts(),
                                Stream.of(
                                        hopeless("an empty id", ""),
                                        hopeless("a blank id", "  "),
                                        possible("no UUID", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"),
                                        possible("a short UUID", "1-1-1-1-1"),
                                        possible("a UUID and more", SOME_ID + "0"),
                                        possible("the lowest UUID", "00000000-0000-0000-0000-000000000000"),
                                        possible("the highest UUID", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
                                        possible("a number", 5),
                                        possible("a number beyond all", Long.MAX_VALUE),
                                        // graphql-java converts both to text, which is not an existing id
                                        possible("a broken number", 1.5),
                                        possible("a truth", true),
                                        possible("an object", Map.of("a", 1))))
                        .flatMap(values -> values)
                        .toList();
            case "String" ->
                Stream.of(
                                texts(),
                                Stream.of(
                                        hopeless("an object", Map.of("a", 1)),
                                        hopeless("a number", 5),
                                        hopeless("a truth", true),
                                        possible("an empty text", ""),
                                        possible("spaces", "   ")),
                                cursors())
                        .flatMap(values -> values)
                        .toList();
            case "Int" ->
                List.of(
                        hopeless("a number below zero", -1),
                        hopeless("the lowest number", Integer.MIN_VALUE),
                        hopeless("the highest number", Integer.MAX_VALUE),
                        hopeless("a number beyond all", 1L << 40),
                        hopeless("a broken number", 1.5),
                        hopeless("more than any number", Double.MAX_VALUE),
                        hopeless("hardly a number", Double.MIN_VALUE),
                        hopeless("what is no number", "NaN"),
                        hopeless("no number", "many"));
            case "DateTime" ->
                List.of(
                        hopeless("the end of time", "+999999999-12-31T23:59:59.999999999-18:00"),
                        hopeless("the beginning of time", "-999999999-01-01T00:00:00+18:00"),
                        hopeless("a year of five digits", "+10000-01-01T00:00:00Z"),
                        hopeless("a day that was not", "2026-02-30T00:00:00Z"),
                        hopeless("no time", "yesterday"),
                        hopeless("a time of nowhere", "2026-03-01T12:30:00"),
                        hopeless("an hour that was not", "2026-03-01T25:00:00Z"),
                        hopeless("an empty time", ""),
                        hopeless("a number", 12),
                        possible("the first time", "0000-01-01T00:00:00Z"),
                        possible("the last time", "9999-12-31T23:59:59.999999999Z"));
            case "Boolean" -> List.of(hopeless("no truth", "yes"));
            // constants and input objects
            default ->
                List.of(
                        hopeless("an unknown constant", "NONE_OF_THESE"),
                        hopeless("a number", 1),
                        hopeless("a list", List.of("a", "b")),
                        hopeless("unknown keys", Map.of("__proto__", Map.of("a", 1), "constructor", "b")),
                        hopeless("a deep object", deep()));
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
    private static Stream<Bad> cursors() {
        UUID id = UUID.fromString(SOME_ID);
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
                .map(cursor -> possible("the cursor of " + cursor.keys(), cursor.encode()));
    }

    private static Stream<Bad> texts() {
        return Stream.of(
                hopeless("a NUL character", "a\0b"),
                hopeless("the first half of a pair", "a\ud83d"),
                hopeless("the second half of a pair", "\ude00b"),
                hopeless("a text that is too long", "x".repeat(TOO_LONG)),
                possible("control characters", "\1\7\33[31m\177"),
                possible("SQL", "' or 1 = 1; --"),
                possible("a pattern", "%_\\"),
                possible("text that turns round", "\u202eabc"),
                possible("a pair", "\ud83d\ude00"));
    }

    private static Bad hopeless(String name, Object value) {
        return new Bad(name, value, true);
    }

    private static Bad possible(String name, Object value) {
        return new Bad(name, value, false);
    }
}
