package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
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
public final class PathSelection {
    private final Set<PathCandidate> active = new LinkedHashSet<>();
    private final Set<PathCandidate> activeEntries = new LinkedHashSet<>();
    private final Map<EntityMove, Needs> needs = new LinkedHashMap<>();
    private final Map<QueryTreeField, Set<PathCandidate>> suppliers = new LinkedHashMap<>();
    private final Map<EntityMove, Map<String, EntityInput>> inputs = new LinkedHashMap<>();
    private final List<Change> journal = new ArrayList<>();
    private long cost;

    /** One step of the choice, which can be taken back and made again. */
    private sealed interface Change {}

    private record Cost(long amount) implements Change {}

    private record Activation(PathCandidate candidate) implements Change {}

    private record Supply(QueryTreeField leaf, PathCandidate candidate) implements Change {}

    private record Input(EntityMove move, String objectType, EntityInput input, Needs before, Needs after)
            implements Change {}

    /** What a hop waits for. */
    private record Needs(int level, Set<PathCandidate> dependencies) {
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
    Changes rollBack(int mark) {
        Changes changes = new Changes(List.copyOf(journal.subList(mark, journal.size())));
        undoTo(mark);
        return changes;
    }

    /** Makes changes again that were taken back, without searching for them. */
    void replay(Changes changes) {
        changes.changes().forEach(this::make);
    }

    private void make(Change change) {
        journal.add(change);
        switch (change) {
            case Cost(long amount) -> cost += amount;
            case Activation(PathCandidate candidate) -> {
                active.add(candidate);
                if (candidate.entry() == candidate) {
                    activeEntries.add(candidate);
                }
            }
            case Supply(QueryTreeField leaf, PathCandidate candidate) ->
                suppliers
                        .computeIfAbsent(leaf, ignored -> new LinkedHashSet<>())
                        .add(candidate);
            case Input input -> {
                inputs.computeIfAbsent(input.move(), ignored -> new LinkedHashMap<>())
                        .put(input.objectType(), input.input());
                needs.put(input.move(), input.after());
            }
        }
    }

    private void undo(Change change) {
        switch (change) {
            case Cost(long amount) -> cost -= amount;
            case Activation(PathCandidate candidate) -> {
                active.remove(candidate);
                activeEntries.remove(candidate);
            }
            case Supply(QueryTreeField leaf, PathCandidate candidate) -> suppliers(leaf).remove(candidate);
            case Input input -> {
                inputs(input.move()).remove(input.objectType());
                needs.put(input.move(), input.before());
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

    void activate(PathCandidate candidate) {
        if (!active.contains(candidate)) {
            make(new Activation(candidate));
        }
    }

    void supply(QueryTreeField leaf, PathCandidate candidate) {
        if (!suppliers(leaf).contains(candidate)) {
            make(new Supply(leaf, candidate));
        }
    }

    void setInput(EntityMove move, String objectType, EntityInput input) {
        Needs before = needs.getOrDefault(move, Needs.NONE);
        int level = before.level();
        Set<PathCandidate> dependencies = new LinkedHashSet<>(before.dependencies());
        for (PathCandidate supplier : input.suppliers()) {
            level = Math.max(level, level(supplier) + 1);
            dependencies.add(supplier.entry());
        }
        make(new Input(move, objectType, input, before, new Needs(level, dependencies)));
    }

    public boolean isActive(PathCandidate candidate) {
        return active.contains(candidate);
    }

    /** All used sources, in the order in which they were chosen. */
    public List<PathCandidate> active() {
        return List.copyOf(active);
    }

    /** The used roots and hops: each is a request until passes merge them. */
    public List<PathCandidate> activeEntries() {
        return List.copyOf(activeEntries);
    }

    /** The sources in which a leaf is selected (or, for one that cannot occur there, need not be). */
    public Set<PathCandidate> suppliers(QueryTreeField leaf) {
        return suppliers.getOrDefault(leaf, Set.of());
    }

    /** By object type, how its entities are sent on the hop. */
    public Map<String, EntityInput> inputs(EntityMove move) {
        return inputs.getOrDefault(move, Map.of());
    }

    /** The roots and hops whose answers a hop needs. */
    public Set<PathCandidate> dependencies(EntityMove move) {
        return needs.getOrDefault(move, Needs.NONE).dependencies();
    }

    /** Whether {@code source} is had only after {@code hop} has been made. */
    boolean dependsOn(PathCandidate candidate, EntityMove move) {
        return candidate.entry() == move || ancestors(candidate).contains(move);
    }

    /** All roots and hops that come before {@code source} is had. */
    Set<PathCandidate> ancestors(PathCandidate candidate) {
        Set<PathCandidate> ancestors = new HashSet<>();
        Deque<PathCandidate> open = new ArrayDeque<>();
        open.push(candidate.entry());
        while (!open.isEmpty()) {
            if (open.pop() instanceof EntityMove move) {
                for (PathCandidate dependency : dependencies(move)) {
                    if (ancestors.add(dependency)) {
                        open.push(dependency);
                    }
                }
            }
        }
        return ancestors;
    }

    /** How many requests come one after the other until this source's answer is there, at least. */
    int level(PathCandidate candidate) {
        return candidate.entry() instanceof EntityMove move
                ? needs.getOrDefault(move, Needs.NONE).level()
                : 0;
    }

    /** The level of the first hop that waits for a root or hop; without those that nothing waits for yet. */
    Map<PathCandidate, Integer> awaitedAt() {
        Map<PathCandidate, Integer> awaited = new HashMap<>();
        for (PathCandidate entry : activeEntries) {
            if (entry instanceof EntityMove move) {
                dependencies(move).forEach(dependency -> awaited.merge(dependency, level(move), Math::min));
            }
        }
        return awaited;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (PathCandidate entry : activeEntries()) {
            text.append(entry);
            if (entry instanceof EntityMove move) {
                text.append(" after ").append(new ArrayList<>(dependencies(move)));
            }
            text.append('\n');
            suppliers.forEach((leaf, candidates) -> {
                if (candidates.stream().anyMatch(candidate -> candidate.entry() == entry)) {
                    text.append("  ").append(leaf).append('\n');
                }
            });
        }
        return text.toString();
    }
}
