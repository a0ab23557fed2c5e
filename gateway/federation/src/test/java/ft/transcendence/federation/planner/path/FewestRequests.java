package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reach;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fewest requests that answer a query, found by trying them all.
 *
 * <p>A plan is a row of stages; the requests of one stage go out at the same time. What a request may bring beside what it must costs no
 * further request, so each brings all it can: every root field of its subgraph, or every entity that can be sent there by what earlier stages
 * brought. Then a plan is no more than the subgraphs asked in each stage, and there are few enough of these to try.
 *
 * <p>The ways themselves are those {@link Places} lays out. What is left out there is not found here; what {@link WaySearch} and the passes
 * make of them is.
 */
public final class FewestRequests {
    /** Keys and requirements that lead round in circles are laid out this far below the operation. */
    private static final int DEPTH_OF_INPUTS = 4;

    private final QueryGraph graph;
    private final Places places;
    private final List<PlaceField> leaves;
    private final Map<String, List<Source>> roots = new LinkedHashMap<>();
    private final Map<String, List<Source.Hop>> hops = new LinkedHashMap<>();
    private final Map<Failure, Integer> failures = new HashMap<>();

    /** A request to a subgraph. */
    public record Request(String subgraph, Kind kind) {
        @Override
        public String toString() {
            return subgraph
                    + switch (kind) {
                        case ROOT -> "";
                        case ENTITIES -> " entities";
                        case ROOT_MOVE -> " root edge";
                    };
        }
    }

    /** What a request asks for. Entities and root moves are asked for apart. */
    public enum Kind {
        ROOT,
        ENTITIES,
        ROOT_MOVE
    }

    /** Objects that are at hand: all of a root, or of one type where a hop leads. */
    private record AtHand(Source top, String objectType) {}

    private record Failure(Set<AtHand> atHand, int stages) {}

    private FewestRequests(QueryGraph graph, Places places, int depth) {
        this.graph = graph;
        this.places = places;
        this.leaves = places.leaves();
        layOutInputs(depth + DEPTH_OF_INPUTS);
    }

    /** Lays out a query. */
    public static FewestRequests of(QueryGraph graph, NormalizedOperation query) {
        String rootType = graph.supergraph().rootType(query.kind()).orElseThrow();
        Places places = new Places(
                graph,
                new Reach(graph),
                new LayoutLimit(Long.MAX_VALUE),
                rootType,
                graph.supergraph().type(rootType).orElseThrow().joins().keySet(),
                query.fields());
        int depth = places.leaves().stream()
                .mapToInt(leaf -> leaf.place().depth())
                .max()
                .orElse(0);
        return new FewestRequests(graph, places, depth);
    }

    /** A plan of at most so many requests in at most so many stages; empty when there is none. */
    public Optional<List<Set<Request>>> plan(int requests, int stages) {
        List<Set<Request>> plan = new ArrayList<>();
        return complete(Set.of(), requests, stages, plan) ? Optional.of(plan.reversed()) : Optional.empty();
    }

    private boolean complete(Set<AtHand> atHand, int requests, int stages, List<Set<Request>> plan) {
        if (isComplete(atHand)) {
            return true;
        }
        Failure here = new Failure(atHand, stages);
        if (requests == 0 || stages == 0 || failures.getOrDefault(here, 0) >= requests) {
            return false;
        }
        Map<Request, Set<AtHand>> useful = useful(atHand);
        for (Set<Request> stage : subsets(List.copyOf(useful.keySet()), requests)) {
            Set<AtHand> after = new HashSet<>(atHand);
            stage.forEach(request -> after.addAll(useful.get(request)));
            if (complete(after, requests - stage.size(), stages - 1, plan)) {
                plan.add(stage);
                return true;
            }
        }
        failures.merge(here, requests, Math::max);
        return false;
    }

    private static List<Set<Request>> subsets(List<Request> requests, int most) {
        List<Set<Request>> subsets = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << requests.size(); chosen++) {
            if (Integer.bitCount(chosen) <= most) {
                Set<Request> subset = new LinkedHashSet<>();
                for (int i = 0; i < requests.size(); i++) {
                    if ((chosen >> i & 1) == 1) {
                        subset.add(requests.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    /** The requests that bring something more, and what. */
    private Map<Request, Set<AtHand>> useful(Set<AtHand> atHand) {
        Map<Request, Set<AtHand>> useful = new LinkedHashMap<>();
        if (atHand.isEmpty()) {
            roots.forEach((subgraph, sources) -> sources.forEach(
                    source -> useful.computeIfAbsent(new Request(subgraph, Kind.ROOT), ignored -> new HashSet<>())
                            .add(new AtHand(source, source.place().staticType()))));
            return useful;
        }
        hops.forEach((subgraph, sources) -> {
            for (Source.Hop hop : sources) {
                Request request = new Request(subgraph, hop.isRootMove() ? Kind.ROOT_MOVE : Kind.ENTITIES);
                for (String objectType : hop.objectTypes()) {
                    AtHand entered = new AtHand(hop, objectType);
                    if (!atHand.contains(entered) && canEnter(hop, objectType, atHand)) {
                        useful.computeIfAbsent(request, ignored -> new HashSet<>())
                                .add(entered);
                    }
                }
            }
        });
        return useful;
    }

    private boolean isComplete(Set<AtHand> atHand) {
        return leaves.stream().allMatch(leaf -> isKnown(leaf, atHand))
                && places.emptyPlaces().stream().allMatch(place -> isReached(place, atHand));
    }

    // ------------------------------------------------------------------ what is known

    private boolean isKnown(PlaceField leaf, Set<AtHand> atHand) {
        return isKnown(leaf, atHand, source -> true);
    }

    private boolean isKnown(PlaceField leaf, Set<AtHand> atHand, Predicate<Source> among) {
        return leaf.candidates().keySet().stream()
                        .anyMatch(source -> among.test(source) && gives(source, leaf.objectTypes(), atHand))
                || leaf.vacuousIn().stream()
                        .anyMatch(source -> !(source instanceof Source.Hop)
                                && among.test(source)
                                && gives(source, leaf.objectTypes(), atHand));
    }

    private boolean isReached(Place place, Set<AtHand> atHand) {
        return place.bases().stream().anyMatch(base -> gives(base, place.objectTypes(), atHand));
    }

    private boolean gives(Source source, Collection<String> objectTypes, Set<AtHand> atHand) {
        return switch (source) {
            case Source.Root root ->
                atHand.contains(new AtHand(root, root.place().staticType()));
            case Source.Derived derived ->
                gives(derived.parent(), derived.field().objectTypes(), atHand);
            case Source.Hop hop ->
                objectTypes.stream()
                                .filter(type -> hop.standpoint(type).isPresent())
                                .allMatch(type -> atHand.contains(new AtHand(hop, type)))
                        && objectTypes.stream()
                                .anyMatch(type -> hop.standpoint(type).isPresent());
        };
    }

    // ------------------------------------------------------------------ what can be sent

    private boolean canEnter(Source.Hop hop, String objectType, Set<AtHand> atHand) {
        return typesOnPath(hop.place()).stream().allMatch(leaf -> isKnown(leaf, atHand))
                && edges(hop, objectType).stream().anyMatch(edge -> canSend(hop, objectType, edge, atHand));
    }

    private boolean canSend(Source.Hop hop, String objectType, KeyEdge edge, Set<AtHand> atHand) {
        List<PlaceField> inputs = inputs(hop, objectType, edge);
        if (!inputs.stream().allMatch(leaf -> isKnown(leaf, atHand))) {
            return false;
        }
        if (hop.isRootMove() && inputs.isEmpty() && !isReached(hop.place(), atHand)) {
            return false;
        }
        return !hop.place().hasManyTypes()
                || isKnown(places.typename(hop.place(), objectType), atHand)
                || !edge.typename().equals(objectType)
                        && inputs.stream()
                                .allMatch(leaf -> isKnown(
                                        leaf, atHand, source -> isInterfaceObject(hop.place(), source, objectType)));
    }

    private boolean isInterfaceObject(Place place, Source supplier, String objectType) {
        Source source = supplier;
        while (source.place() != place && source instanceof Source.Derived derived) {
            source = derived.parent();
        }
        return source.standpoint(objectType)
                .filter(standpoint -> graph.isInterfaceObject(standpoint.subgraph(), standpoint.localType()))
                .isPresent();
    }

    private List<PlaceField> typesOnPath(Place place) {
        List<PlaceField> typenames = new ArrayList<>();
        Optional<PlaceField> field = place.parentField();
        while (field.isPresent()) {
            Place around = field.get().place();
            if (field.get().sharesItsKey()) {
                field.get().objectTypes().forEach(type -> typenames.add(places.typename(around, type)));
            }
            field = around.parentField();
        }
        return typenames;
    }

    private List<KeyEdge> edges(Source.Hop hop, String objectType) {
        String localType = hop.standpoint(objectType).orElseThrow().localType();
        List<KeyEdge> edges = hop.byInterface()
                ? graph.interfaceKeyEdges(hop.subgraph(), localType)
                : graph.keyEdges(hop.subgraph(), objectType);
        return edges.stream().filter(edge -> edge.typename().equals(localType)).toList();
    }

    /** The leaves of key, requirements and contexts. */
    private List<PlaceField> inputs(Source.Hop hop, String objectType, KeyEdge edge) {
        List<PlaceField> inputs = new ArrayList<>();
        addInputs(hop.place(), hop.objectTypes(), objectType, edge.key(), inputs);
        addInputs(hop.place(), hop.objectTypes(), objectType, hop.requirements(objectType), inputs);
        for (HopContext context : hop.contexts()) {
            context.source().ifPresent(source -> {
                for (String setter : context.sourceTypes()) {
                    if (source.hasManyTypes()) {
                        inputs.add(places.typename(source, setter));
                    }
                    addInputs(
                            source,
                            context.sourceTypes(),
                            setter,
                            context.argument().selection(),
                            inputs);
                }
            });
        }
        return inputs;
    }

    private void addInputs(
            Place place, List<String> scope, String objectType, FieldSet fields, List<PlaceField> inputs) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> addInput(place, scope, objectType, field, inputs);
                case FieldSet.Fragment fragment -> {
                    Set<String> admitted = graph.supergraph().objectTypes(fragment.typeCondition());
                    if (admitted.contains(objectType)) {
                        List<String> narrowed =
                                scope.stream().filter(admitted::contains).toList();
                        addInputs(place, narrowed, objectType, fragment.selections(), inputs);
                    }
                }
            }
        }
    }

    private void addInput(
            Place place, List<String> scope, String objectType, FieldSet.Field field, List<PlaceField> inputs) {
        PlaceField wanted = places.internalField(place, scope, objectType, field);
        if (wanted.child().isEmpty() || wanted.isVacuous()) {
            inputs.add(wanted);
            return;
        }
        Place child = wanted.child().get();
        for (String childType : child.objectTypes()) {
            if (child.hasManyTypes()) {
                inputs.add(places.typename(child, childType));
            }
            addInputs(child, child.objectTypes(), childType, field.selections(), inputs);
        }
    }

    // ------------------------------------------------------------------ layout

    /** Lays out what any hop could need, which may lead to further hops. */
    private void layOutInputs(int depth) {
        Set<Source> seen = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Source source : sources(places.root(), depth)) {
                if (!seen.add(source)) {
                    continue;
                }
                grown = true;
                switch (source) {
                    case Source.Root root ->
                        roots.computeIfAbsent(root.subgraph(), ignored -> new ArrayList<>())
                                .add(root);
                    case Source.Hop hop -> {
                        hops.computeIfAbsent(hop.subgraph(), ignored -> new ArrayList<>())
                                .add(hop);
                        layOutInputs(hop);
                    }
                    case Source.Derived ignored -> {}
                }
            }
        }
    }

    private void layOutInputs(Source.Hop hop) {
        for (String objectType : hop.objectTypes()) {
            if (hop.place().hasManyTypes()) {
                places.typename(hop.place(), objectType);
            }
            typesOnPath(hop.place());
            edges(hop, objectType).forEach(edge -> inputs(hop, objectType, edge));
        }
    }

    private static List<Source> sources(Place place, int depth) {
        if (place.depth() > depth) {
            return List.of();
        }
        List<Source> sources = new ArrayList<>(place.sources());
        for (PlaceField field : place.fields()) {
            field.candidates().keySet().stream()
                    .filter(source -> source instanceof Source.Hop hop && hop.isRequiring())
                    .forEach(sources::add);
            field.child().ifPresent(child -> sources.addAll(sources(child, depth)));
        }
        return sources;
    }
}
