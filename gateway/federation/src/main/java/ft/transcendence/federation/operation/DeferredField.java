package ft.transcendence.federation.operation;

import java.util.List;

/**
 * Where {@code @defer} puts a field and what it selects.
 *
 * @param part the part of the response that delivers the field; 0 is the primary part
 * @param fragments a set of bits: the deferred fragments that select the field directly, by their numbers
 * @param below the deferred fragments in the field's selection set
 */
public record DeferredField(int part, long fragments, List<Place> below) {

    /** A field that no deferred fragment selects. */
    public static final DeferredField NONE = new DeferredField(0, 0, List.of());

    /**
     * A deferred fragment in a selection set.
     *
     * @param fragment its number
     * @param objectTypes the object types that it applies to
     */
    public record Place(int fragment, List<String> objectTypes) {}

    public DeferredField {
        below = List.copyOf(below);
    }

    /** Whether this deferred fragment selects the field directly. */
    public boolean isIn(int fragment) {
        return (fragments & 1L << fragment) != 0;
    }
}
