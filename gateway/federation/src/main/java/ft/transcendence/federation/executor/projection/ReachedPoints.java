package ft.transcendence.federation.executor.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The deferral points of the objects in a piece of the response, in the order in which they are written. */
public final class ReachedPoints {

    private final List<Reached> reached = new ArrayList<>();

    /**
     * A point of an object.
     *
     * @param object in the merged tree
     * @param path the client's path to the object
     * @param position where in the buffer the object is written
     */
    public record Reached(DeferralPoint point, int object, List<Object> path, int position) {}

    void add(DeferralPoint point, int object, List<Object> path, int position) {
        reached.add(new Reached(point, object, path, position));
    }

    /** Forgets objects that are cut off. */
    void truncate(int size) {
        while (!reached.isEmpty() && reached.getLast().position() >= size) {
            reached.removeLast();
        }
    }

    public List<Reached> inOrder() {
        return Collections.unmodifiableList(reached);
    }
}
