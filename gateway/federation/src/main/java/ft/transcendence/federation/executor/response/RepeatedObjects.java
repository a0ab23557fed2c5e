package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.FetchedFields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one response by their text. Responses repeat themselves: the author of ten reviews comes ten times, with all that was
 * asked of an author. Where a text came before at the same place of the selection it need not be decoded again: one comparison finds
 * its end, and the object made of it stands in both places from then on.
 *
 * <p>Texts are found by a hash of their first bytes, as far as the first closing brace. The table has one place for each hash, and the
 * last object has it: whatever is not found is decoded, so nothing has to be kept.
 */
final class RepeatedObjects {

    /** Below this length a response has nothing to gain. */
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

    /** For a response; null when it is too short to repeat much. */
    static @Nullable RepeatedObjects of(byte[] response) {
        return response.length < SHORTEST_RESPONSE ? null : new RepeatedObjects(response);
    }

    /** The table's place for the object whose text starts here; -1 so near to the end that there is none. */
    int place(FetchedFields asked, int start) {
        if (start + HASHED_BYTES > bytes.length) {
            return -1;
        }
        long hash = System.identityHashCode(asked);
        for (int at = start; at < start + HASHED_BYTES; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            long difference = word ^ BRACES;
            long found = (difference - ONES) & ~difference & HIGHS;
            if (found != 0) {
                // The lowest set bit is the high bit of the first brace; what comes before it counts.
                long before = word & (Long.lowestOneBit(found) - 1);
                return place(hash ^ before);
            }
            hash = (hash ^ word) * MULTIPLIER;
        }
        return place(hash);
    }

    private int place(long hash) {
        return (int) (hash * MULTIPLIER >>> shift);
    }

    /** Whether the text that starts here is that of the object at this place. */
    boolean isAt(int place, FetchedFields asked, int start) {
        if (place < 0 || fields[place] != asked) {
            return false;
        }
        int end = start + ends[place] - starts[place];
        return end <= bytes.length && Arrays.equals(bytes, starts[place], ends[place], bytes, start, end);
    }

    int object(int place) {
        return objects[place];
    }

    /** How many bytes the text at this place has. */
    int length(int place) {
        return ends[place] - starts[place];
    }

    void put(int place, FetchedFields asked, int start, int end, int object) {
        if (place >= 0) {
            fields[place] = asked;
            starts[place] = start;
            ends[place] = end;
            objects[place] = object;
        }
    }
}
