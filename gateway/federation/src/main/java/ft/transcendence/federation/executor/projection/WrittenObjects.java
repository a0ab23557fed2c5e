package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * Remembers where the response contains an object that occurs several times, so that it is completed once and copied then. A small hash table
 * without collision handling: an object that is no longer found is completed again.
 */
final class WrittenObjects {

    private static final int BITS = 8;

    private final @Nullable ObjectShape[] shapes = new ObjectShape[1 << BITS];
    private final int[] objects = new int[1 << BITS];
    private final int[] starts = new int[1 << BITS];
    private final int[] ends = new int[1 << BITS];

    private static int indexOf(int object) {
        return object * 0x9E3779B1 >>> Integer.SIZE - BITS;
    }

    /** The entry of an object that was written in this shape, for {@link #start} and {@link #end}; -1 if there is none. */
    int find(ObjectShape shape, int object) {
        int index = indexOf(object);
        return shapes[index] == shape && objects[index] == object ? index : -1;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    void put(ObjectShape shape, int object, int start, int end) {
        int index = indexOf(object);
        shapes[index] = shape;
        objects[index] = object;
        starts[index] = start;
        ends[index] = end;
    }

    /** Forgets objects that were cut off. */
    void truncate(int size) {
        for (int index = 0; index < ends.length; index++) {
            if (ends[index] > size) {
                shapes[index] = null;
            }
        }
    }
}
