package ft.transcendence.federation.executor.projection;

import java.util.List;

/**
 * A pseudo field of an object of which something is delivered later. It writes nothing: whoever writes the object learns from it what follows.
 *
 * @param fragments the deferred fragments in the object's selection set
 * @param sites the parts that have fields of the object, except for the part that writes the object
 */
public record DeferralPoint(List<Fragment> fragments, List<Site> sites) {

    public DeferralPoint {
        fragments = List.copyOf(fragments);
        sites = List.copyOf(sites);
    }

    /**
     * A deferred fragment.
     *
     * @param shape everything that it selects of the object, whether or not other parts deliver it too
     */
    public record Fragment(int number, ObjectShape shape) {}

    /**
     * What a part delivers of the object.
     *
     * @param shape the fields of the part
     */
    public record Site(int part, ObjectShape shape) {}
}
