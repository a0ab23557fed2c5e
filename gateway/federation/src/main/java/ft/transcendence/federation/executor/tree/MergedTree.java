package ft.transcendence.federation.executor.tree;

import ft.transcendence.federation.executor.Execution;
import java.util.Arrays;

/**
 * The merged responses of all subgraphs of one execution, without an object per value: everything lies in one array of longs.
 *
 * <p>An object is a run of cells: its runtime type's number ({@link TypeNumbers}), then one cell per slot of its {@link Shape}. A list
 * is a run too: its length, then its items. A cell's low three bits say what it holds, the rest is where: a leaf is a byte range of the
 * subgraph's response, never decoded; an object or list is the index of its run. A cell of zero was never written: the value is
 * missing. An object that came several times at the same place of the operation may stand in the tree once ({@link #isShared}).
 *
 * <p>Not thread-safe: an {@link Execution} writes to it from one thread at a time.
 */
public final class MergedTree {

    public static final int MISSING = 0;
    public static final int NULL = 1;
    public static final int LEAF = 2;
    public static final int OBJECT = 3;
    public static final int LIST = 4;
    /** Null because of an error that is reported already. */
    public static final int FAILED = 5;

    /** Runtime type of an object whose {@code __typename} nobody asked or gave. */
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

    /** Whether the cell holds nothing a reader could use: missing or null for whatever reason. */
    public static boolean isNothing(long cell) {
        int tag = tag(cell);
        return tag <= NULL || tag == FAILED;
    }

    /** The index of the object or list a cell leads to. */
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
     * Keeps a subgraph's response for as long as the tree lives.
     *
     * @throws IllegalStateException past {@link #MAX_RESPONSES}, which only a plan of as many fetches can reach
     */
    public int addResponse(byte[] response) {
        if (responseCount == MAX_RESPONSES) {
            throw new IllegalStateException("More than " + MAX_RESPONSES + " responses in one execution");
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

    /** Makes an object of an unknown type with all slots missing. */
    public int newObject(int slots) {
        return allocate(slots + 1);
    }

    public int type(int object) {
        return (int) cells[object];
    }

    public void setType(int object, int type) {
        cells[object] = cells[object] & (SHARED | COPY) | type;
    }

    /** Whether the object stands in several places, so that who changes it for one needs a copy. */
    public boolean isShared(int object) {
        return (cells[object] & SHARED) != 0;
    }

    /** Whether the object or list was made from one that was there before, and so is older than its place in the tree tells. */
    public boolean isCopy(int run) {
        return (cells[run] & COPY) != 0;
    }

    /** Remembers of the object or of a list's objects that they stand in several places. */
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

    /** The object itself if it stands in one place only, or else a copy for one of its places. */
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

    /** How many objects were copied because they stood in several places. */
    public int copyCount() {
        return copies.size();
    }

    /** The object of which a copy was made. */
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
     * A moment in the tree's growth: what is made later has a higher number.
     *
     * @param cells index of the next object or list
     * @param responses number of the next response
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

    /** Forgets everything but keeps the memory. */
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
