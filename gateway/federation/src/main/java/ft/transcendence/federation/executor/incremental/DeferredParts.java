package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.executor.projection.DeferralPoint;
import ft.transcendence.federation.executor.projection.ReachedPoints;
import ft.transcendence.federation.executor.projection.ReachedPoints.Reached;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.operation.Deferral;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The deferred fragments and parts of one execution: at which objects they are, what has been fetched, and what has been delivered. A fragment is
 * delivered at all its objects at once, after the fragment around it and as soon as all its parts have been fetched.
 */
public final class DeferredParts {

    private final Deferral deferral;
    private final Map<Integer, Map<List<Object>, DeferredInstance>> instances = new HashMap<>();
    private final Map<Integer, List<DeferredSite>> sites = new HashMap<>();
    private final Map<Integer, List<Map<String, @Nullable Object>>> errors = new HashMap<>();
    private final BitSet fetched = new BitSet();
    private final BitSet delivered = new BitSet();
    private int announced;

    public DeferredParts(Deferral deferral) {
        this.deferral = deferral;
    }

    // ---- what is fetched

    /** Records that a part has been fetched, with these errors. */
    public void fetched(int part, ResponseErrors found) {
        fetched.set(part);
        errors.put(part, new ArrayList<>(found.entries()));
    }

    /** Whether all of these parts have been fetched. */
    public boolean areFetched(Collection<Integer> parts) {
        return parts.stream().allMatch(fetched::get);
    }

    /** A fragment that can be delivered; empty if there is none yet. */
    OptionalInt nextReady() {
        OptionalInt ready = firstReady();
        while (ready.isPresent() && instances(ready.getAsInt()).isEmpty()) {
            // it is at no object, and no later part adds one
            delivered.set(ready.getAsInt());
            ready = firstReady();
        }
        return ready;
    }

    private OptionalInt firstReady() {
        return IntStream.range(0, deferral.fragments().size())
                .filter(fragment -> !delivered.get(fragment) && isReachable(fragment))
                .filter(fragment -> areFetched(deferral.partsOf(fragment)))
                .findFirst();
    }

    /** Whether anything can be delivered now. */
    public boolean isAnyReady() {
        return nextReady().isPresent();
    }

    private boolean isReachable(int fragment) {
        int parent = deferral.fragments().get(fragment).parent();
        return parent < 0 || delivered.get(parent);
    }

    /** Removes and returns the errors of a part that concern the objects at a path, and those that have no path. */
    List<Map<String, @Nullable Object>> takeErrors(int part, List<Object> path) {
        List<Map<String, @Nullable Object>> taken = new ArrayList<>();
        errors.getOrDefault(part, List.of()).removeIf(error -> {
            boolean concerned = !(error.get("path") instanceof List<?> errorPath) || isOnOneWay(errorPath, path);
            if (concerned) {
                taken.add(error);
            }
            return concerned;
        });
        return taken;
    }

    private static boolean isOnOneWay(List<?> one, List<?> other) {
        int common = Math.min(one.size(), other.size());
        return one.subList(0, common).equals(other.subList(0, common));
    }

    // ---- what is reached

    /** Adds the fragments and parts of objects that are now part of the response. */
    void reach(ReachedPoints points) {
        reach(points, fragment -> true);
    }

    /** Adds the fragments directly inside of another one; of the operation for -1. */
    void reachWithin(ReachedPoints points, int parent) {
        reach(points, fragment -> deferral.fragments().get(fragment).parent() == parent);
    }

    private void reach(ReachedPoints points, IntPredicate isAdded) {
        for (Reached reached : points.inOrder()) {
            for (DeferralPoint.Fragment fragment : reached.point().fragments()) {
                if (!isAdded.test(fragment.number())) {
                    continue;
                }
                instances
                        .computeIfAbsent(fragment.number(), ignored -> new LinkedHashMap<>())
                        .putIfAbsent(
                                reached.path(),
                                new DeferredInstance(
                                        fragment.number(), reached.path(), reached.object(), fragment.shape()));
            }
        }
    }

    static List<DeferredSite> sites(ReachedPoints points) {
        List<DeferredSite> found = new ArrayList<>();
        for (Reached reached : points.inOrder()) {
            for (DeferralPoint.Site site : reached.point().sites()) {
                found.add(new DeferredSite(site.part(), reached.path(), reached.object(), site.shape()));
            }
        }
        return found;
    }

    void add(Collection<DeferredSite> more) {
        more.forEach(site ->
                sites.computeIfAbsent(site.part(), ignored -> new ArrayList<>()).add(site));
    }

    boolean belongs(DeferredSite site, int fragment) {
        return deferral.belongs(site.part(), fragment);
    }

    /** Removes and returns the sites that a fragment needs, by the path of its instance. */
    Map<List<Object>, List<DeferredSite>> takeSites(int fragment, int depth) {
        Map<List<Object>, List<DeferredSite>> taken = new HashMap<>();
        for (int part : deferral.partsOf(fragment)) {
            List<DeferredSite> ofPart = Objects.requireNonNullElse(sites.remove(part), List.of());
            for (DeferredSite site : ofPart) {
                taken.computeIfAbsent(site.path().subList(0, depth), ignored -> new ArrayList<>())
                        .add(site);
            }
        }
        return taken;
    }

    /** Where a fragment is. */
    List<DeferredInstance> instances(int fragment) {
        return List.copyOf(instances.getOrDefault(fragment, Map.of()).values());
    }

    /** Whether something is still to be delivered. */
    public boolean isAnyOpen() {
        return instances.entrySet().stream()
                .anyMatch(entry ->
                        !delivered.get(entry.getKey()) && !entry.getValue().isEmpty());
    }

    /** The instances that are still to be delivered. */
    List<DeferredInstance> open() {
        return instances.entrySet().stream()
                .filter(entry -> !delivered.get(entry.getKey()))
                .flatMap(entry -> entry.getValue().values().stream())
                .toList();
    }

    /** Numbers the instances that the client can now learn of. */
    List<DeferredInstance> announce() {
        List<DeferredInstance> unknown = open().stream()
                .filter(instance -> !instance.isAnnounced() && isReachable(instance.fragment()))
                .toList();
        unknown.forEach(instance -> instance.announceAs(announced++));
        return unknown;
    }

    // ---- what is delivered

    void delivered(int fragment) {
        delivered.set(fragment);
        instances.remove(fragment);
    }

    /** Forgets what is inside of an instance that could not be delivered. */
    void abandon(DeferredInstance failed) {
        instances.forEach((fragment, byPath) -> {
            if ((deferral.fragments().get(fragment).ancestors() & 1L << failed.fragment()) != 0) {
                byPath.values().removeIf(instance -> failed.encloses(instance.path()));
            }
        });
    }

    @Nullable String label(int fragment) {
        return deferral.fragments().get(fragment).label();
    }

    List<Integer> partsOf(int fragment) {
        return deferral.partsOf(fragment);
    }
}
