package ft.transcendence.subgraph.paging;

import ft.transcendence.subgraph.error.ClientException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A position in an ordered list: the sort keys of a row. The page after it is correct even if rows are added or
 * removed. Opaque to clients.
 *
 * @param keys the values of the columns by which the list is ordered; the last one is unique
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";
    private static final char NUL = 0;
    private static final Year LAST_YEAR = Year.of(9999);

    public Cursor {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A cursor needs a key");
        }
    }

    /** A cursor with these keys, such as an {@link Instant} and a {@link UUID}. */
    public static Cursor of(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /**
     * Decodes a cursor sent by a client.
     *
     * @throws ClientException BAD_USER_INPUT if it was not created by {@link #encode}
     */
    public static Cursor decode(String text) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(joined.split(SEPARATOR, -1)));
            // reject texts that can be decoded but were never encoded, and NUL, which PostgreSQL cannot store
            if (cursor.encode().equals(text) && joined.indexOf(NUL) < 0) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // rejected below
        }
        throw unknown();
    }

    /**
     * This cursor, if it has the number of keys of the list.
     *
     * @throws ClientException BAD_USER_INPUT if it does not
     */
    Cursor withKeys(int count) {
        if (keys.size() != count) {
            throw unknown();
        }
        return this;
    }

    /** The cursor as text for clients. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    public String text(int index) {
        return key(index, Function.identity());
    }

    public UUID uuid(int index) {
        return key(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return key(index, Cursor::parseInstant);
    }

    public long number(int index) {
        return key(index, Long::parseLong);
    }

    public double decimal(int index) {
        return key(index, Cursor::parseFinite);
    }

    /** Java supports times that PostgreSQL does not. */
    private static Instant parseInstant(String text) {
        Instant instant = Instant.parse(text);
        Year year = Year.from(instant.atOffset(ZoneOffset.UTC));
        if (year.isBefore(Year.of(0)) || year.isAfter(LAST_YEAR)) {
            throw unknown();
        }
        return instant;
    }

    private static double parseFinite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw unknown();
        }
        return number;
    }

    private <T> T key(int index, Function<String, T> parse) {
        if (index >= keys.size()) {
            throw unknown();
        }
        try {
            return parse.apply(keys.get(index));
        } catch (RuntimeException e) {
            throw unknown();
        }
    }

    private static ClientException unknown() {
        return ClientException.badInput("The cursor does not belong to this list.");
    }
}
