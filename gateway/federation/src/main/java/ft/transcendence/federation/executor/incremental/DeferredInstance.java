package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.executor.projection.ObjectShape;
import java.util.List;

/** A deferred fragment at one object of the response. */
final class DeferredInstance {

    private static final int UNKNOWN_TO_CLIENT = -1;

    private final int fragment;
    private final List<Object> path;
    private final int object;
    private final ObjectShape shape;
    private int id = UNKNOWN_TO_CLIENT;

    /**
     * @param path the client's path to the object
     * @param object in the merged tree
     * @param shape everything that the fragment selects
     */
    DeferredInstance(int fragment, List<Object> path, int object, ObjectShape shape) {
        this.fragment = fragment;
        this.path = path;
        this.object = object;
        this.shape = shape;
    }

    int fragment() {
        return fragment;
    }

    List<Object> path() {
        return path;
    }

    int object() {
        return object;
    }

    ObjectShape shape() {
        return shape;
    }

    /** Whether the client knows of it. */
    boolean isAnnounced() {
        return id != UNKNOWN_TO_CLIENT;
    }

    void announceAs(int number) {
        id = number;
    }

    /** The number by which the client knows it. */
    int id() {
        return id;
    }

    /** Whether a path leads to the object or below it. */
    boolean encloses(List<Object> other) {
        return other.size() >= path.size() && other.subList(0, path.size()).equals(path);
    }
}
