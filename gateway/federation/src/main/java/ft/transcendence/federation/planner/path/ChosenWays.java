package ft.transcendence.federation.planner.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sources are used, what is selected in each, and how each hop gets its inputs. Every change can be undone, so that a
 * search can try one way after another.
 */
public final class ChosenWays {
    private final Set<Source> active = new LinkedHashSet<>();
    private final Set<Source> activeTops = new LinkedHashSet<>();
    private final Map<Source.Hop, Needs> needs = new LinkedHashMap<>();
    private final Map<PlaceField, Set<Source>> suppliers = new LinkedHashMap<>();
    private final Map<Source.Hop, Map<String, HopInput>> inputs = new LinkedHashMap<>();
    private final List<Change> journal = new ArrayList<>();
    private long cost;

    /** One step of the choice, which can be taken back and made again. */
    private sealed interface Change {}

    private record Cost(long amount) implements Change {}

    private record Activation(Source source) implements Change {}

    private record Supply(PlaceField leaf, Source source) implements Change {}

    private record Input(Source.Hop hop, String objectType, HopInput input, Needs before, Needs after)
            implements Change {}

    /** What a hop waits for. */
    private record Needs(int level, Set<Source> dependencies) {
        static final Needs NONE = new Needs(0, Set.of());
    }

    /** Changes that can be made again in the state in which they were made first. */
    record Changes(List<Change> changes) {}

    /** A state to return to. */
    int mark() {
        return journal.size();
    }

    /** Takes back every change since the mark. */
    void undoTo(int mark) {
        while (journal.size() > mark) {
            undo(journal.removeLast());
        }
    }

    /** Takes back every change since the mark, and tells what they were. */
    Changes takeBack(int mark) {
        Changes changes = new Changes(List.copyOf(journal.subList(mark, journal.size())));
        undoTo(mark);
        return changes;
    }

    /** Makes changes again that were taken back, without searching for them. */
    void repeat(Changes changes) {
        changes.changes().forEach(this::make);
    }

    private void make(Change change) {
        journal.add(change);
        switch (change) {
            case Cost(long amount) -> cost += amount;
            case Activation(Source source) -> {
                active.add(source);
                if (source.top() == source) {
                    activeTops.add(source);
                }
            }
            case Supply(PlaceField leaf, Source source) ->
                suppliers
                        .computeIfAbsent(leaf, ignored -> new LinkedHashSet<>())
                        .add(source);
            case Input input -> {
                inputs.computeIfAbsent(input.hop(), ignored -> new LinkedHashMap<>())
                        .put(input.objectType(), input.input());
                needs.put(input.hop(), input.after());
            }
        }
    }

    private void undo(Change change) {
        switch (change) {
            case Cost(long amount) -> cost -= amount;
            case Activation(Source source) -> {
                active.remove(source);
                activeTops.remove(source);
            }
            case Supply(PlaceField leaf, Source source) -> suppliers(leaf).remove(source);
            case Input input -> {
                inputs(input.hop()).remove(input.objectType());
                needs.put(input.hop(), input.before());
            }
        }
    }

    /** What the choice costs; only for comparing choices. */
    public long cost() {
        return cost;
    }

    void addCost(long amount) {
        make(new Cost(amount));
    }

    void activate(Source source) {
        if (!active.contains(source)) {
            make(new Activation(source));
        }
    }

    void supply(PlaceField leaf, Source source) {
        if (!suppliers(leaf).contains(source)) {
            make(new Supply(leaf, source));
        }
    }

    void setInput(Source.Hop hop, String objectType, HopInput input) {
        Needs before = needs.getOrDefault(hop, Needs.NONE);
        int level = before.level();
        Set<Source> dependencies = new LinkedHashSet<>(before.dependencies());
        for (Source supplier : input.suppliers()) {
            level = Math.max(level, level(supplier) + 1);
            dependencies.add(supplier.top());
        }
        make(new Input(hop, objectType, input, before, new Needs(level, dependencies)));
    }

    public boolean isActive(Source source) {
        return active.contains(source);
    }

    /** All used sources, in the order in which they were chosen. */
    public List<Source> active() {
        return List.copyOf(active);
    }

    /** The used roots and hops: each is a request until passes merge them. */
    public List<Source> activeTops() {
        return List.copyOf(activeTops);
    }

    /** The sources in which a leaf is selected (or, for one that cannot occur there, need not be). */
    public Set<Source> suppliers(PlaceField leaf) {
        return suppliers.getOrDefault(leaf, Set.of());
    }

    /** By object type, how its entities are sent on the hop. */
    public Map<String, HopInput> inputs(Source.Hop hop) {
        return inputs.getOrDefault(hop, Map.of());
    }

    /** The roots and hops whose answers a hop needs. */
    public Set<Source> dependencies(Source.Hop hop) {
        return needs.getOrDefault(hop, Needs.NONE).dependencies();
    }

    /** Whether {@code source} is had only after {@code hop} has been made. */
    boolean dependsOn(Source source, Source.Hop hop) {
        return source.top() == hop || ancestors(source).contains(hop);
    }

    /** All roots and hops that come before {@code source} is had. */
    Set<Source> ancestors(Source source) {
        Set<Source> ancestors = new HashSet<>();
        Deque<Source> open = new ArrayDeque<>();
        open.push(source.top());
        while (!open.isEmpty()) {
            if (open.pop() instanceof Source.Hop hop) {
                for (Source dependency : dependencies(hop)) {
                    if (ancestors.add(dependency)) {
                        open.push(dependency);
                    }
                }
            }
        }
        return ancestors;
    }

    /** How many requests come one after the other until this source's answer is there, at least. */
    int level(Source source) {
        return source.top() instanceof Source.Hop hop
                ? needs.getOrDefault(hop, Needs.NONE).level()
                : 0;
    }

    /** The level of the first hop that waits for a root or hop; without those that nothing waits for yet. */
    Map<Source, Integer> awaitedAt() {
        Map<Source, Integer> awaited = new HashMap<>();
        for (Source top : activeTops) {
            if (top instanceof Source.Hop hop) {
                dependencies(hop).forEach(dependency -> awaited.merge(dependency, level(hop), Math::min));
            }
        }
        return awaited;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Source top : activeTops()) {
            text.append(top);
            if (top instanceof Source.Hop hop) {
                text.append(" after ").append(new ArrayList<>(dependencies(hop)));
            }
            text.append('\n');
            suppliers.forEach((leaf, sources) -> {
                if (sources.stream().anyMatch(source -> source.top() == top)) {
                    text.append("  ").append(leaf).append('\n');
                }
            });
        }
        return text.toString();
    }
}
