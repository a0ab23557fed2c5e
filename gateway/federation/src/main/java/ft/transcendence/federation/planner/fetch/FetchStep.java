package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A node of the fetch graph: a request to a subgraph, for root fields or for entities in one or more groups. Mutable, for the passes. */
public final class FetchStep {
    private final int number;
    private final String subgraph;
    private final int part;
    private final Optional<RootMove> root;
    private final List<MoveGroup> groups = new ArrayList<>();
    private final Set<FetchStep> dependencies = new LinkedHashSet<>();

    /** Entity moves from one node whose entities are sent in the same representations. */
    public record MoveGroup(List<EntityMove> moves) {
        public MoveGroup {
            moves = List.copyOf(moves);
        }

        MoveGroup with(MoveGroup other) {
            List<EntityMove> all = new ArrayList<>(moves);
            all.addAll(other.moves);
            return new MoveGroup(all);
        }

        /** The entity moves, grouped by equal requirements. */
        public List<MoveGroup> byRequirements() {
            Map<List<FieldSet>, List<EntityMove>> groups = new LinkedHashMap<>();
            for (EntityMove move : moves) {
                List<FieldSet> requirements = move.node().objectTypes().stream()
                        .map(move::requirements)
                        .toList();
                groups.computeIfAbsent(requirements, ignored -> new ArrayList<>())
                        .add(move);
            }
            return groups.values().stream().map(MoveGroup::new).toList();
        }

        public EntityMove first() {
            return moves.getFirst();
        }
    }

    FetchStep(int number, PathCandidate entry) {
        this.number = number;
        this.subgraph = entry.subgraph();
        this.part = entry.part();
        switch (entry) {
            case RootMove rootMove -> root = Optional.of(rootMove);
            case EntityMove move -> {
                root = Optional.empty();
                groups.add(new MoveGroup(List.of(move)));
            }
            case FieldMove fieldMove -> throw new IllegalArgumentException(fieldMove + " starts no fetch");
        }
    }

    int number() {
        return number;
    }

    public String subgraph() {
        return subgraph;
    }

    /** The part of the response that it fetches for; 0 is the primary part. */
    public int part() {
        return part;
    }

    public Optional<RootMove> root() {
        return root;
    }

    boolean isEntityStep() {
        return root.isEmpty() && !isNestedRootStep();
    }

    /** Whether it may share a request with other fetches. */
    boolean canBeBatched() {
        return root.isEmpty() && !groups.getFirst().first().isMutation();
    }

    /** Whether it selects root fields for objects below the root. */
    public boolean isNestedRootStep() {
        return root.isEmpty() && groups.getFirst().first().entersRootType();
    }

    public List<MoveGroup> groups() {
        return Collections.unmodifiableList(groups);
    }

    public Set<FetchStep> dependencies() {
        return Collections.unmodifiableSet(dependencies);
    }

    void addDependency(FetchStep step) {
        if (step != this) {
            dependencies.add(step);
        }
    }

    void replaceDependency(FetchStep old, FetchStep replacement) {
        if (dependencies.remove(old)) {
            addDependency(replacement);
        }
    }

    /** Adds the other step's groups to this request. */
    void addGroupsOf(FetchStep other) {
        groups.addAll(other.groups);
        other.dependencies.forEach(this::addDependency);
    }

    /** Merges the only group of the other step into the only group of this one. */
    void mergeGroupOf(FetchStep other) {
        groups.set(0, groups.getFirst().with(other.groups.getFirst()));
        other.dependencies.forEach(this::addDependency);
    }

    @Override
    public String toString() {
        String what = root.isPresent()
                ? "root"
                : groups.stream().map(group -> group.first().node().toString()).collect(Collectors.joining(", "));
        String after = dependencies.isEmpty()
                ? ""
                : " after "
                        + dependencies.stream()
                                .map(step -> String.valueOf(step.number))
                                .collect(Collectors.joining(", "));
        return number + ": " + subgraph + " (" + what + ")" + after;
    }
}
