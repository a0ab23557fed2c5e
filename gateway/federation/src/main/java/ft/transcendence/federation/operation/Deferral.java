package ft.transcendence.federation.operation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The deferred fragments of an operation, and the parts into which they divide the response. A part has the fields that the same fragments select:
 * what a fragment shares with the primary part is delivered there, and what two fragments share is a part of its own, which is delivered once.
 * Part 0 is the primary part.
 *
 * @param fragments by number
 * @param parts by the number of the part less one, a set of bits: the fragments to which the part belongs
 * @param places the fragments at the root of the operation
 */
public record Deferral(List<Fragment> fragments, List<Long> parts, List<DeferredField.Place> places) {

    /** The number of fragments that an operation can have at most, because sets of them are the bits of a {@code long}. */
    public static final int MOST_FRAGMENTS = 60;

    /** Nothing is deferred. */
    public static final Deferral NONE = new Deferral(List.of(), List.of(), List.of());

    /**
     * A fragment with {@code @defer}. One that is spread at several positions is several fragments.
     *
     * @param label as the client wrote it
     * @param parent the deferred fragment around it; -1 for none
     * @param ancestors a set of bits: all deferred fragments around it
     */
    public record Fragment(@Nullable String label, int parent, long ancestors) {}

    public Deferral {
        fragments = List.copyOf(fragments);
        parts = List.copyOf(parts);
        places = List.copyOf(places);
    }

    public boolean isEmpty() {
        return fragments.isEmpty();
    }

    /** The numbers of the parts that a fragment consists of. */
    public List<Integer> partsOf(int fragment) {
        return IntStream.rangeClosed(1, parts.size())
                .filter(part -> belongs(part, fragment))
                .boxed()
                .toList();
    }

    /** All parts but the primary one, each after those that precede it. */
    public List<Integer> inOrder() {
        return IntStream.rangeClosed(1, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong(later -> IntStream.rangeClosed(1, parts.size())
                        .filter(earlier -> precedes(earlier, later))
                        .count()))
                .toList();
    }

    /** Whether a fragment needs a part to be complete. */
    public boolean belongs(int part, int fragment) {
        return part > 0 && (parts.get(part - 1) & 1L << fragment) != 0;
    }

    /** Whether whoever gets the later part has to get the earlier one too, so that the later one may depend on it. */
    public boolean precedes(int earlier, int later) {
        if (earlier == 0 || earlier == later) {
            return true;
        }
        if (later == 0) {
            return false;
        }
        long available = parts.get(earlier - 1);
        long needed = parts.get(later - 1);
        for (int fragment = 0; fragment < fragments.size(); fragment++) {
            long self = 1L << fragment;
            if ((needed & self) != 0
                    && (available & (self | fragments.get(fragment).ancestors())) == 0) {
                return false;
            }
        }
        return true;
    }
}
