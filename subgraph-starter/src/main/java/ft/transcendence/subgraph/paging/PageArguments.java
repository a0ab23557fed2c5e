package ft.transcendence.subgraph.paging;

import ft.transcendence.subgraph.error.ClientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of a list is wanted, and from where.
 *
 * @param size at most this many rows
 * @param after only rows behind this cursor
 */
public record PageArguments(int size, Optional<Cursor> after) {

    /** Rows when the client names no number. */
    public static final int DEFAULT_SIZE = 20;

    /** The most rows one page has; lists within lists have smaller ones. */
    public static final int MAX_SIZE = 100;

    /**
     * The page of Relay's {@code first} and {@code after}.
     *
     * @throws ClientException BAD_USER_INPUT when {@code first} is out of bounds or {@code after} is no cursor
     */
    public static PageArguments of(@Nullable Integer first, @Nullable String after) {
        return of(first, after, MAX_SIZE);
    }

    /**
     * The page of a list that many objects of an answer have, where the sizes of pages multiply.
     *
     * @param largest the most rows a page of this list has
     * @throws ClientException BAD_USER_INPUT when {@code first} is out of bounds or {@code after} is no cursor
     */
    public static PageArguments of(@Nullable Integer first, @Nullable String after, int largest) {
        int size = first == null ? DEFAULT_SIZE : first;
        if (size < 0 || size > largest) {
            throw ClientException.badInput("first must lie between 0 and " + largest + ".");
        }
        return new PageArguments(size, Optional.ofNullable(after).map(Cursor::decode));
    }

    /**
     * Only rows behind this cursor.
     *
     * @param keys how many keys the cursors of the list have
     * @throws ClientException BAD_USER_INPUT when it is another list's
     */
    public Optional<Cursor> after(int keys) {
        return after.map(cursor -> cursor.withKeys(keys));
    }

    /** What to ask the database for: one row more than the page has tells whether another page follows. */
    public int limit() {
        return size + 1;
    }
}
