package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.FetchedFields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one subgraph response, by their JSON text. Responses are repetitive: the author of ten reviews occurs ten times, with all
 * selected fields. If the same text occurred before at the same position of the selection, it is not decoded again: one comparison finds its
 * end, and both occurrences share one object of the tree.
 *
 * <p>A hash table without collision handling finds a text by its first bytes, up to the first closing brace. The latest object replaces an
 * earlier one with the same hash, as an object that is not found is simply decoded.
 */
final class RepeatedObjects {

    /** A shorter response gains nothing from it. */
    private static final int SHORTEST_RESPONSE = 128;

    private static final int HASHED_BYTES = 4 * Long.BYTES;
    private static final int LARGEST_TABLE = 1_024;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BRACES = ONES * '}';
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final byte[] bytes;
    private final int shift;
    private final @Nullable FetchedFields[] fields;
    private final int[] starts;
    private final int[] ends;
    private final int[] objects;

    private RepeatedObjects(byte[] bytes) {
        int size = Math.min(LARGEST_TABLE, Integer.highestOneBit(bytes.length >> 5));
        this.bytes = bytes;
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        this.fields = new FetchedFields[size];
        this.starts = new int[size];
        this.ends = new int[size];
        this.objects = new int[size];
    }

    /** The table for a response; null if the response is too short to be repetitive. */
    static @Nullable RepeatedObjects of(byte[] response) {
        return response.length < SHORTEST_RESPONSE ? null : new RepeatedObjects(response);
    }

    /** The index in the table of the object whose text starts here; -1 if it is too close to the end of the response. */
    int index(FetchedFields selection, int start) {
        if (start + HASHED_BYTES > bytes.length) {
            return -1;
        }
        long hash = System.identityHashCode(selection);
        for (int at = start; at < start + HASHED_BYTES; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            long difference = word ^ BRACES;
            long found = (difference - ONES) & ~difference & HIGHS;
            if (found != 0) {
                // the lowest set bit is the high bit of the first brace; only the bytes before it count
                long before = word & (Long.lowestOneBit(found) - 1);
                return index(hash ^ before);
            }
            hash = (hash ^ word) * MULTIPLIER;
        }
        return index(hash);
    }

    private int index(long hash) {
        return (int) (hash * MULTIPLIER >>> shift);
    }

    /** Whether the text that starts here is the text of the object at this index. */
    boolean isAt(int index, FetchedFields selection, int start) {
        if (index < 0 || fields[index] != selection) {
            return false;
        }
        int end = start + ends[index] - starts[index];
        return end <= bytes.length && Arrays.equals(bytes, starts[index], ends[index], bytes, start, end);
    }

    int object(int index) {
        return objects[index];
    }

    /** The length in bytes of the text at this index. */
    int length(int index) {
        return ends[index] - starts[index];
    }

    void put(int index, FetchedFields selection, int start, int end, int object) {
        if (index >= 0) {
            fields[index] = selection;
            starts[index] = start;
            ends[index] = end;
            objects[index] = object;
        }
    }
}
