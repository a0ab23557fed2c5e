package ft.transcendence.federation.planner.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Map<Source.Hop, Integer> levels = new LinkedHashMap<>();
    private final Map<Source.Hop, Set<Source>> dependencies = new LinkedHashMap<>();
    private final Map<PlaceField, Set<Source>> suppliers = new LinkedHashMap<>();
    private final Map<Source.Hop, Map<String, HopInput>> inputs = new LinkedHashMap<>();
    private final Deque<Runnable> journal = new ArrayDeque<>();
    private long cost;

    /** A state to return to. */
    int mark() {
        return journal.size();
    }

    /** Takes back every change since the mark. */
    void undoTo(int mark) {
        while (journal.size() > mark) {
            journal.pop().run();
        }
    }

    /** What the choice costs; only for comparing choices. */
    public long cost() {
        return cost;
    }

    void addCost(long amount) {
        cost += amount;
        journal.push(() -> cost -= amount);
    }

    void activate(Source source) {
        if (active.add(source)) {
            journal.push(() -> active.remove(source));
            if (source.top() == source) {
                activeTops.add(source);
                journal.push(() -> activeTops.remove(source));
            }
        }
    }

    void supply(PlaceField leaf, Source source) {
        Set<Source> sources = suppliers.computeIfAbsent(leaf, ignored -> new LinkedHashSet<>());
        if (sources.add(source)) {
            journal.push(() -> sources.remove(source));
        }
    }

    void setInput(Source.Hop hop, String objectType, HopInput input) {
        Map<String, HopInput> byType = inputs.computeIfAbsent(hop, ignored -> new LinkedHashMap<>());
        byType.put(objectType, input);
        int levelBefore = levels.getOrDefault(hop, 0);
        int level = levelBefore;
        for (Source supplier : input.suppliers()) {
            level = Math.max(level, level(supplier) + 1);
        }
        levels.put(hop, level);
        Set<Source> dependenciesBefore = dependencies(hop);
        Set<Source> all = new LinkedHashSet<>(dependenciesBefore);
        input.suppliers().forEach(supplier -> all.add(supplier.top()));
        dependencies.put(hop, all);
        journal.push(() -> {
            byType.remove(objectType);
            levels.put(hop, levelBefore);
            dependencies.put(hop, dependenciesBefore);
        });
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
        return dependencies.getOrDefault(hop, Set.of());
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
        return source.top() instanceof Source.Hop hop ? levels.getOrDefault(hop, 0) : 0;
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
