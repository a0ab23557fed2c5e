package ft.transcendence.subgraph.paging;

import ft.transcendence.subgraph.error.ClientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a page.
 *
 * @param size the maximum number of rows
 * @param after the cursor after which the page starts
 */
public record PageArguments(int size, Optional<Cursor> after) {

    /** The page size if the client does not specify one. */
    public static final int DEFAULT_SIZE = 20;

    /** The maximum page size; smaller for lists within lists. */
    public static final int MAX_SIZE = 100;

    /**
     * Creates the arguments from Relay's {@code first} and {@code after}.
     *
     * @throws ClientException BAD_USER_INPUT if {@code first} is out of range or {@code after} is not a cursor
     */
    public static PageArguments of(@Nullable Integer first, @Nullable String after) {
        return of(first, after, MAX_SIZE);
    }

    /**
     * Creates the arguments for a list within lists, where page sizes multiply.
     *
     * @param largest the maximum page size
     * @throws ClientException BAD_USER_INPUT if {@code first} is out of range or {@code after} is not a cursor
     */
    public static PageArguments of(@Nullable Integer first, @Nullable String after, int largest) {
        int size = first == null ? DEFAULT_SIZE : first;
        if (size < 0 || size > largest) {
            throw ClientException.badInput("first must be between 0 and " + largest + ".");
        }
        return new PageArguments(size, Optional.ofNullable(after).map(Cursor::decode));
    }

    /**
     * The cursor after which the page starts.
     *
     * @param keys the number of keys of the list's cursors
     * @throws ClientException BAD_USER_INPUT if the cursor belongs to another list
     */
    public Optional<Cursor> after(int keys) {
        return after.map(cursor -> cursor.withKeys(keys));
    }

    /** The number of rows to query: one more than the page size, to know whether another page follows. */
    public int limit() {
        return size + 1;
    }
}
