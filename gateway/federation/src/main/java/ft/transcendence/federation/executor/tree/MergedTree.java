package ft.transcendence.federation.executor.tree;

import java.util.Arrays;

/**
 * The merged data of all subgraph responses of one execution. There is no Java object per value: everything is in one array of longs.
 *
 * <p>An object is a run of cells: the number of its runtime type ({@link TypeNumbers}), then one cell for each slot of its {@link Shape}. A list
 * is a run as well: its length, then its items. The low three bits of a cell say what kind of value it is, the other bits where the value is. A
 * leaf is a byte range of the subgraph response and is never decoded. An object or list is the index of its run. A cell that is zero was never
 * written: the value is missing. An object that occurs several times at the same position of the operation may be stored once
 * ({@link #isShared}).
 *
 * <p>Not thread-safe: an execution writes to its tree from one thread at a time.
 */
public final class MergedTree {

    public static final int MISSING = 0;
    public static final int NULL = 1;
    public static final int LEAF = 2;
    public static final int OBJECT = 3;
    public static final int LIST = 4;
    /** Null because of an error that has been reported. */
    public static final int FAILED = 5;

    /** The runtime type of an object whose {@code __typename} was not selected or not returned. */
    public static final int UNKNOWN_TYPE = 0;

    private static final long SHARED = 1L << 32;
    private static final long COPY = 1L << 33;

    private static final int TAG_BITS = 3;
    private static final int LENGTH_BITS = 24;
    private static final int OFFSET_BITS = 27;
    private static final int BUFFER_BITS = 10;

    public static final int MAX_LEAF_BYTES = (1 << LENGTH_BITS) - 1;
    public static final int MAX_RESPONSE_BYTES = (1 << OFFSET_BITS) - 1;
    static final int MAX_RESPONSES = 1 << BUFFER_BITS;

    private long[] cells;
    private int used;
    private final IntList copied = new IntList();
    private final IntList copies = new IntList();
    private byte[][] responses = new byte[4][];
    private int responseCount;

    public MergedTree(int capacity) {
        this.cells = new long[Math.max(16, capacity)];
    }

    // ---- cells

    public static int tag(long cell) {
        return (int) cell & 7;
    }

    /** Whether the cell has no value: it is missing or null, for whatever reason. */
    public static boolean isNothing(long cell) {
        int tag = tag(cell);
        return tag <= NULL || tag == FAILED;
    }

    /** The index of the cell's object or list. */
    public static int index(long cell) {
        return (int) (cell >>> TAG_BITS);
    }

    public static int leafLength(long cell) {
        return (int) (cell >>> TAG_BITS) & MAX_LEAF_BYTES;
    }

    public static int leafOffset(long cell) {
        return (int) (cell >>> TAG_BITS + LENGTH_BITS) & MAX_RESPONSE_BYTES;
    }

    public static int leafResponse(long cell) {
        return (int) (cell >>> TAG_BITS + LENGTH_BITS + OFFSET_BITS);
    }

    public static long leafCell(int response, int from, int to) {
        long length = to - from;
        return ((((long) response << OFFSET_BITS | from) << LENGTH_BITS | length) << TAG_BITS) | LEAF;
    }

    public static long objectCell(int object) {
        return (long) object << TAG_BITS | OBJECT;
    }

    public static long listCell(int list) {
        return (long) list << TAG_BITS | LIST;
    }

    // ---- responses

    /**
     * Adds the body of a subgraph response, which the tree keeps.
     *
     * @throws IllegalStateException beyond {@link #MAX_RESPONSES}, which takes a plan with as many fetches
     */
    public int addResponse(byte[] response) {
        if (responseCount == MAX_RESPONSES) {
            throw new IllegalStateException(
                    "An execution cannot have more than " + MAX_RESPONSES + " subgraph responses");
        }
        if (responseCount == responses.length) {
            responses = Arrays.copyOf(responses, responseCount * 2);
        }
        responses[responseCount] = response;
        return responseCount++;
    }

    public byte[] response(int number) {
        return responses[number];
    }

    // ---- objects

    /** Creates an object of unknown type whose values are all missing. */
    public int newObject(int slots) {
        return allocate(slots + 1);
    }

    public int type(int object) {
        return (int) cells[object];
    }

    public void setType(int object, int type) {
        cells[object] = cells[object] & (SHARED | COPY) | type;
    }

    /** Whether the object is at several positions, so that it must be copied before it is changed at one of them. */
    public boolean isShared(int object) {
        return (cells[object] & SHARED) != 0;
    }

    /** Whether the object or list is a copy, and so its content is older than its index suggests. */
    public boolean isCopy(int run) {
        return (cells[run] & COPY) != 0;
    }

    /** Marks the object, or the objects of a list, as being at several positions. */
    public void share(long cell) {
        int index = index(cell);
        if (tag(cell) == OBJECT) {
            cells[index] |= SHARED;
        } else if (tag(cell) == LIST) {
            for (int i = 0; i < length(index); i++) {
                share(item(index, i));
            }
        }
    }

    /** The object itself if it is at one position only, else a copy for one of its positions. */
    public int owned(int object, int slots) {
        if (!isShared(object)) {
            return object;
        }
        int copy = newObject(slots);
        cells[copy] = COPY | type(object);
        for (int slot = 0; slot < slots; slot++) {
            setSlot(copy, slot, copyOf(slot(object, slot)));
        }
        copied.add(object);
        copies.add(copy);
        return copy;
    }

    /** How many shared objects have been copied. */
    public int copyCount() {
        return copies.size();
    }

    /** The original of a copy. */
    public int copied(int number) {
        return copied.get(number);
    }

    public int copy(int number) {
        return copies.get(number);
    }

    private long copyOf(long cell) {
        if (tag(cell) != LIST) {
            share(cell);
            return cell;
        }
        int list = index(cell);
        int copy = newList(length(list));
        cells[copy] |= COPY;
        for (int i = 0; i < length(list); i++) {
            setItem(copy, i, copyOf(item(list, i)));
        }
        return listCell(copy);
    }

    public long slot(int object, int slot) {
        return cells[object + 1 + slot];
    }

    public void setSlot(int object, int slot, long cell) {
        cells[object + 1 + slot] = cell;
    }

    // ---- lists

    public int newList(int length) {
        int list = allocate(length + 1);
        cells[list] = length;
        return list;
    }

    public int length(int list) {
        return (int) cells[list];
    }

    public long item(int list, int index) {
        return cells[list + 1 + index];
    }

    public void setItem(int list, int index, long cell) {
        cells[list + 1 + index] = cell;
    }

    // ---- memory

    /**
     * A moment in the tree's growth. What is added later has higher numbers.
     *
     * @param cells the index of the next object or list
     * @param responses the number of the next response
     */
    public record Mark(int cells, int responses) {}

    public Mark mark() {
        return new Mark(used, responseCount);
    }

    private int allocate(int count) {
        int start = used;
        if (cells.length - start < count) {
            cells = Arrays.copyOf(cells, Math.max(start + count, cells.length * 2));
        }
        used = start + count;
        Arrays.fill(cells, start, used, 0);
        return start;
    }

    /** Removes everything but keeps the memory. */
    void clear() {
        used = 0;
        copied.clear();
        copies.clear();
        Arrays.fill(responses, 0, responseCount, null);
        responseCount = 0;
    }

    int capacity() {
        return cells.length;
    }
}
