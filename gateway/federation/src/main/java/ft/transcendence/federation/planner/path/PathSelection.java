package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The selected path candidates, the leaves each of them supplies, and the inputs of each entity move. Every change can be undone, so that
 * the search can try one path after another.
 */
public final class PathSelection {
    private final Set<PathCandidate> active = new LinkedHashSet<>();
    private final Set<PathCandidate> activeEntries = new LinkedHashSet<>();
    private final Map<EntityMove, Needs> needs = new LinkedHashMap<>();
    private final Map<QueryTreeField, Set<PathCandidate>> suppliers = new LinkedHashMap<>();
    private final Map<EntityMove, Map<String, EntityInput>> inputs = new LinkedHashMap<>();
    private final List<Change> journal = new ArrayList<>();
    private long cost;

    /** A single change, which can be undone and replayed. */
    private sealed interface Change {}

    private record Cost(long amount) implements Change {}

    private record Activation(PathCandidate candidate) implements Change {}

    private record Supply(QueryTreeField leaf, PathCandidate candidate) implements Change {}

    private record Input(EntityMove move, String objectType, EntityInput input, Needs before, Needs after)
            implements Change {}

    /** What an entity move waits for. */
    private record Needs(int level, Set<PathCandidate> dependencies) {
        static final Needs NONE = new Needs(0, Set.of());
    }

    /** Changes that can be replayed in the state in which they were first made. */
    record Changes(List<Change> changes) {}

    /** A state to return to. */
    int mark() {
        return journal.size();
    }

    /** Undoes every change since the mark. */
    void undoTo(int mark) {
        while (journal.size() > mark) {
            undo(journal.removeLast());
        }
    }

    /** Undoes every change since the mark, and returns them for {@link #replay}. */
    Changes rollBack(int mark) {
        Changes changes = new Changes(List.copyOf(journal.subList(mark, journal.size())));
        undoTo(mark);
        return changes;
    }

    /** Makes changes that were rolled back again, without searching for them. */
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
            case Supply(QueryTreeField leaf, PathCandidate candidate) ->
                suppliers(leaf).remove(candidate);
            case Input input -> {
                inputs(input.move()).remove(input.objectType());
                needs.put(input.move(), input.before());
            }
        }
    }

    /** The cost of the selection; only for comparing selections. */
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

    /** All candidates in use, in the order in which they were selected. */
    public List<PathCandidate> active() {
        return List.copyOf(active);
    }

    /** The root moves and entity moves in use. Each becomes a fetch. */
    public List<PathCandidate> activeEntries() {
        return List.copyOf(activeEntries);
    }

    /** The candidates that supply a leaf, or below which it cannot occur. */
    public Set<PathCandidate> suppliers(QueryTreeField leaf) {
        return suppliers.getOrDefault(leaf, Set.of());
    }

    /** By object type, how its entities are sent in the move. */
    public Map<String, EntityInput> inputs(EntityMove move) {
        return inputs.getOrDefault(move, Map.of());
    }

    /** The root moves and entity moves whose responses an entity move needs. */
    public Set<PathCandidate> dependencies(EntityMove move) {
        return needs.getOrDefault(move, Needs.NONE).dependencies();
    }

    /** Whether {@code candidate} is available only after {@code move}. */
    boolean dependsOn(PathCandidate candidate, EntityMove move) {
        return candidate.entry() == move || ancestors(candidate).contains(move);
    }

    /** All root moves and entity moves that must precede {@code candidate}. */
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

    /** The least number of requests, one after the other, before the first response that holds the candidate's objects. */
    int level(PathCandidate candidate) {
        return candidate.entry() instanceof EntityMove move
                ? needs.getOrDefault(move, Needs.NONE).level()
                : 0;
    }

    /** By root move or entity move, the level of the first move that waits for it; without those that nothing waits for yet. */
    Map<PathCandidate, Integer> awaitedAt() {
        Map<PathCandidate, Integer> awaited = new HashMap<>();
        for (PathCandidate entry : activeEntries) {
            if (entry instanceof EntityMove move) {
                dependencies(move).forEach(dependency -> awaited.merge(dependency, level(move), Math::min));
            }
        }
        return awaited;
    }

    /** The leaves that have a supplier, in the order in which they got their first one. */
    public Collection<QueryTreeField> suppliedLeaves() {
        return suppliers.entrySet().stream()
                .filter(leaf -> !leaf.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return PathPrinter.print(this);
    }
}
