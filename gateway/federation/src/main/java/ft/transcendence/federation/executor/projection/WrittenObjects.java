package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * Where in the response objects stand that stand in it several times, so that they are completed once and copied then. One object for
 * each place of a small table: what is not found is written anew.
 */
final class WrittenObjects {

    private static final int BITS = 8;

    private final @Nullable ObjectShape[] shapes = new ObjectShape[1 << BITS];
    private final int[] objects = new int[1 << BITS];
    private final int[] starts = new int[1 << BITS];
    private final int[] ends = new int[1 << BITS];

    private static int placeOf(int object) {
        return object * 0x9E3779B1 >>> Integer.SIZE - BITS;
    }

    /** Where an object was written in this shape, for {@link #start} and {@link #end}; -1 if it was not. */
    int find(ObjectShape shape, int object) {
        int place = placeOf(object);
        return shapes[place] == shape && objects[place] == object ? place : -1;
    }

    int start(int place) {
        return starts[place];
    }

    int end(int place) {
        return ends[place];
    }

    void put(ObjectShape shape, int object, int start, int end) {
        int place = placeOf(object);
        shapes[place] = shape;
        objects[place] = object;
        starts[place] = start;
        ends[place] = end;
    }

    /** Forgets what was taken back. */
    void truncate(int size) {
        for (int place = 0; place < ends.length; place++) {
            if (ends[place] > size) {
                shapes[place] = null;
            }
        }
    }
}
