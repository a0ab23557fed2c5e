package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.path.Source;
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

/** A request to a subgraph: root fields, or entities in one or more groups. Passes merge steps, so it is mutable. */
final class FetchStep {
    private final int number;
    private final String subgraph;
    private final Optional<Source.Root> root;
    private final List<HopGroup> groups = new ArrayList<>();
    private final Set<FetchStep> dependencies = new LinkedHashSet<>();

    /** Hops at one place whose entities are sent in the same representations. */
    record HopGroup(List<Source.Hop> hops) {
        HopGroup {
            hops = List.copyOf(hops);
        }

        HopGroup with(HopGroup other) {
            List<Source.Hop> all = new ArrayList<>(hops);
            all.addAll(other.hops);
            return new HopGroup(all);
        }

        /** The hops in groups with equal requirements. */
        List<HopGroup> byRequirements() {
            Map<List<FieldSet>, List<Source.Hop>> groups = new LinkedHashMap<>();
            for (Source.Hop hop : hops) {
                List<FieldSet> requirements = hop.place().objectTypes().stream()
                        .map(hop::requirements)
                        .toList();
                groups.computeIfAbsent(requirements, ignored -> new ArrayList<>())
                        .add(hop);
            }
            return groups.values().stream().map(HopGroup::new).toList();
        }

        Source.Hop first() {
            return hops.getFirst();
        }
    }

    FetchStep(int number, Source top) {
        this.number = number;
        this.subgraph = top.subgraph();
        switch (top) {
            case Source.Root rootSource -> root = Optional.of(rootSource);
            case Source.Hop hop -> {
                root = Optional.empty();
                groups.add(new HopGroup(List.of(hop)));
            }
            case Source.Derived derived -> throw new IllegalArgumentException(derived + " begins no request");
        }
    }

    int number() {
        return number;
    }

    String subgraph() {
        return subgraph;
    }

    Optional<Source.Root> root() {
        return root;
    }

    boolean isEntityStep() {
        return root.isEmpty() && !isRootMove();
    }

    /** Whether it asks nothing that must not be asked beside anything else. */
    boolean canBeBatched() {
        return root.isEmpty() && !groups.getFirst().first().isMutation();
    }

    /** Whether it asks root fields for objects further down. */
    boolean isRootMove() {
        return root.isEmpty() && groups.getFirst().first().isRootMove();
    }

    List<HopGroup> groups() {
        return Collections.unmodifiableList(groups);
    }

    Set<FetchStep> dependencies() {
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

    /** Takes the other step's groups as further groups of this request. */
    void addGroupsOf(FetchStep other) {
        groups.addAll(other.groups);
        other.dependencies.forEach(this::addDependency);
    }

    /** Puts the hops of the other step's only group into this step's only group. */
    void mergeGroupOf(FetchStep other) {
        groups.set(0, groups.getFirst().with(other.groups.getFirst()));
        other.dependencies.forEach(this::addDependency);
    }

    @Override
    public String toString() {
        String what = root.isPresent()
                ? "root"
                : groups.stream().map(group -> group.first().place().toString()).collect(Collectors.joining(", "));
        String after = dependencies.isEmpty()
                ? ""
                : " after "
                        + dependencies.stream()
                                .map(step -> String.valueOf(step.number))
                                .collect(Collectors.joining(", "));
        return number + ": " + subgraph + " (" + what + ")" + after;
    }
}
