package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.path.PlanningException.Code;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Step 3 of planning: chooses, for every leaf of the operation, the source that supplies it, so that there are few requests.
 *
 * <p>Leaves near the root come first, so that the way to the deeper ones is short, and of these the ones with the fewest
 * subgraphs to choose from. Each takes the source that costs least on top of what is
 * chosen already; a source that is not in use yet brings the cost of what it needs: its parent's source, or a hop with its key
 * and requirements, which are leaves chosen in the same way. A hop costs far more than a field. All inputs of a new hop are
 * chosen before anything can depend on it, and a hop in use takes further inputs only from sources that do not depend on it, so
 * that the choice never has a cycle.
 */
final class WaySearch {
    private final Places places;
    private final PlanningBudget budget;
    private final Set<Source> banned;
    private final ChosenWays ways = new ChosenWays();
    private final WayCosts costs = new WayCosts(ways);
    private final RequirementsAtHand atHand;
    private final Set<Source.Hop> inProgress = new LinkedHashSet<>();
    private long ceiling = Long.MAX_VALUE;

    WaySearch(Places places, PlanningBudget budget, Set<Source> banned) {
        this.places = places;
        this.budget = budget;
        this.banned = banned;
        this.atHand = new RequirementsAtHand(places, ways);
    }

    /**
     * Searches.
     *
     * @param costBelow a choice that costs this much or more is not wanted
     * @throws PlanningException when a leaf cannot be reached
     */
    ChosenWays run(List<PlaceField> leaves, long costBelow) {
        ceiling = costBelow;
        for (PlaceField leaf : leaves) {
            if (supply(leaf) == null) {
                throw unreachable(leaf);
            }
        }
        for (Place place : places.emptyPlaces()) {
            if (reach(place) == null) {
                throw unreachable(place.parentField().orElseThrow());
            }
        }
        return ways;
    }

    private static PlanningException unreachable(PlaceField field) {
        return new PlanningException(
                Code.UNREACHABLE_FIELD,
                "No subgraph can be asked for \"" + field.name() + "\" of " + String.join(", ", field.objectTypes())
                        + " at " + field + ".");
    }

    private @Nullable Source reach(Place place) {
        return cheapest(place.bases(), source -> activate(source, place.objectTypes()));
    }

    /** Chooses the source of a leaf; null when there is none. */
    private @Nullable Source supply(PlaceField leaf) {
        for (Source source : ways.suppliers(leaf)) {
            if (isUsable(source)) {
                return source;
            }
        }
        if (!takeOnlyWayTo(leaf.place())) {
            return null;
        }
        List<Source> candidates = new ArrayList<>(leaf.candidates().keySet());
        leaf.vacuousIn().stream()
                .filter(source -> !(source instanceof Source.Hop))
                .forEach(candidates::add);
        return cheapest(candidates, source -> {
            if (!activate(source, leaf.objectTypes())) {
                return false;
            }
            ways.supply(leaf, source);
            ways.addCost(costs.ofLeaf(source));
            atHand.select(source, leaf);
            return true;
        });
    }

    /**
     * Brings into use what every way to a place needs, before its ways are compared: where objects can be had in one way only, that
     * way would else be searched again for each of them.
     */
    private boolean takeOnlyWayTo(Place place) {
        for (Source base : place.bases()) {
            if (ways.isActive(base)) {
                return true;
            }
        }
        List<Source> usable = place.bases().stream().filter(this::isUsable).toList();
        if (usable.size() == 1) {
            return activate(usable.getFirst(), place.objectTypes());
        }
        return !usable.isEmpty()
                && place.parentField()
                        .map(field -> takeOnlyWayTo(field.place()))
                        .orElse(true);
    }

    private interface Attempt {
        boolean on(Source source);
    }

    /**
     * Tries an attempt on all candidates, and makes it on the one that adds least cost; when the budget is scarce, on the first on
     * which it can be made.
     */
    private @Nullable Source cheapest(List<Source> candidates, Attempt attempt) {
        List<Source> ordered = candidates.stream()
                .sorted(Comparator.comparingInt(source -> ways.isActive(source) ? 0 : 1))
                .toList();
        Source best = null;
        ChosenWays.Changes bestChanges = null;
        long outerCeiling = ceiling;
        for (Source source : ordered) {
            if (best != null && budget.isScarce()) {
                break;
            }
            budget.spend(1);
            if (!isUsable(source)) {
                continue;
            }
            int mark = ways.mark();
            boolean inUse = ways.isActive(source);
            if (attempt.on(source) && ways.cost() < ceiling) {
                if (inUse && best == null) {
                    // nothing costs less than one more field where the object is at hand
                    ceiling = outerCeiling;
                    return source;
                }
                best = source;
                ceiling = ways.cost();
                bestChanges = ways.takeBack(mark);
            } else {
                ways.undoTo(mark);
            }
        }
        ceiling = outerCeiling;
        if (bestChanges != null) {
            ways.repeat(bestChanges);
        }
        return best;
    }

    /** A source that is had only after a hop in progress cannot supply that hop. */
    private boolean isUsable(Source source) {
        if (banned.contains(source.top())) {
            return false;
        }
        for (Source.Hop hop : inProgress) {
            // nothing depends yet on a hop that is only now brought into use
            boolean depends = ways.isActive(hop) ? ways.dependsOn(source, hop) : source.top() == hop;
            if (depends) {
                return false;
            }
        }
        return true;
    }

    /** Brings a source into use for objects of some types; what it needs is brought into use with it. */
    private boolean activate(Source source, List<String> objectTypes) {
        if (ways.cost() + costs.atLeast(source.top()) >= ceiling) {
            return false;
        }
        return switch (source) {
            case Source.Root root -> activateRoot(root);
            case Source.Derived derived -> activateDerived(derived);
            case Source.Hop hop -> activateHop(hop, objectTypes);
        };
    }

    private boolean activateRoot(Source.Root root) {
        if (!ways.isActive(root)) {
            ways.activate(root);
            ways.addCost(WayCosts.REQUEST);
        }
        return true;
    }

    private boolean activateDerived(Source.Derived derived) {
        if (!activate(derived.parent(), derived.field().objectTypes())) {
            return false;
        }
        if (!ways.isActive(derived)) {
            ways.activate(derived);
            ways.addCost(WayCosts.FIELD);
            atHand.select(derived.parent(), derived.field());
        }
        return true;
    }

    private boolean activateHop(Source.Hop hop, List<String> objectTypes) {
        Map<String, HopInput> chosen = ways.inputs(hop);
        List<String> missing = chosen.size() == hop.objectTypes().size()
                ? List.of()
                : objectTypes.stream()
                        .filter(type -> hop.standpoint(type).isPresent() && !chosen.containsKey(type))
                        .toList();
        if (missing.isEmpty()) {
            return ways.isActive(hop);
        }
        if (!inProgress.add(hop)) {
            return false;
        }
        // counted at once, so that looking for its inputs ends where it cannot pay any more
        long least = costs.atLeast(hop);
        ways.addCost(least);
        try {
            List<Source> tellingTypes = new ArrayList<>();
            if (!tellTypesOnPath(hop.place(), tellingTypes)) {
                return false;
            }
            for (String objectType : missing) {
                if (!addInput(hop, objectType, tellingTypes)) {
                    return false;
                }
            }
        } finally {
            inProgress.remove(hop);
        }
        if (!ways.isActive(hop)) {
            ways.addCost(costs.of(hop) - least);
            ways.activate(hop);
        }
        return ways.cost() < ceiling;
    }

    /** Where a path has to tell types apart, they must be known before the hop. */
    private boolean tellTypesOnPath(Place place, List<Source> suppliers) {
        Optional<PlaceField> field = place.parentField();
        while (field.isPresent()) {
            if (field.get().sharesItsKey()) {
                for (String objectType : field.get().objectTypes()) {
                    if (!supplyLeaf(places.typename(field.get().place(), objectType), suppliers)) {
                        return false;
                    }
                }
            }
            field = field.get().place().parentField();
        }
        return true;
    }

    private boolean addInput(Source.Hop hop, String objectType, List<Source> tellingTypes) {
        ChosenWays.Changes best = null;
        long outerCeiling = ceiling;
        List<KeyEdge> edges = edges(hop, objectType);
        for (KeyEdge edge : edges) {
            int mark = ways.mark();
            if (edges.size() == 1) {
                return supplyInput(hop, objectType, edge, tellingTypes);
            }
            if (supplyInput(hop, objectType, edge, tellingTypes) && ways.cost() < ceiling) {
                ceiling = ways.cost();
                best = ways.takeBack(mark);
            } else {
                ways.undoTo(mark);
            }
        }
        ceiling = outerCeiling;
        if (best == null) {
            return false;
        }
        ways.repeat(best);
        return true;
    }

    private List<KeyEdge> edges(Source.Hop hop, String objectType) {
        String localType = hop.standpoint(objectType).orElseThrow().localType();
        List<KeyEdge> edges = hop.byInterface()
                ? places.graph().interfaceKeyEdges(hop.subgraph(), localType)
                : places.graph().keyEdges(hop.subgraph(), objectType);
        return edges.stream().filter(edge -> edge.typename().equals(localType)).toList();
    }

    /** @param tellingTypes what the hop waits for beside its inputs */
    private boolean supplyInput(Source.Hop hop, String objectType, KeyEdge edge, List<Source> tellingTypes) {
        List<Source> suppliers = new ArrayList<>();
        Place place = hop.place();
        boolean typenameIsSent = edge.typename().equals(objectType) && place.hasManyTypes();
        if (typenameIsSent && !supplyLeaf(places.typename(place, objectType), suppliers)) {
            return false;
        }
        if (!supplyAll(place, hop.objectTypes(), objectType, edge.key(), suppliers)
                || !supplyAll(place, hop.objectTypes(), objectType, hop.requirements(objectType), suppliers)) {
            return false;
        }
        if (hop.isRootMove() && suppliers.isEmpty()) {
            // nothing is sent, but root fields are asked only for objects that are there
            Source base = reach(place);
            if (base == null) {
                return false;
            }
            suppliers.add(base);
        }
        boolean anyType = !typenameIsSent
                && suppliers.stream().allMatch(supplier -> isInterfaceObject(place, supplier, objectType));
        // an interface's name is sent for all its types, but which keys are sent may still depend on the type
        if (!anyType
                && !typenameIsSent
                && place.hasManyTypes()
                && !supplyLeaf(places.typename(place, objectType), suppliers)) {
            return false;
        }
        for (HopContext context : hop.contexts()) {
            if (context.source().isPresent()
                    && !supplyContext(context, context.source().get(), suppliers)) {
                return false;
            }
        }
        suppliers.addAll(tellingTypes);
        ways.setInput(hop, objectType, new HopInput(edge, suppliers, anyType));
        return true;
    }

    /** The value lies in an enclosing object, and where that can be of several types it depends on the type. */
    private boolean supplyContext(HopContext context, Place source, List<Source> suppliers) {
        for (String objectType : context.sourceTypes()) {
            if (source.hasManyTypes() && !supplyLeaf(places.typename(source, objectType), suppliers)) {
                return false;
            }
            if (!supplyAll(
                    source,
                    context.sourceTypes(),
                    objectType,
                    context.argument().selection(),
                    suppliers)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a value comes from an object of the place whose subgraph does not know its type. */
    private boolean isInterfaceObject(Place place, Source supplier, String objectType) {
        Source source = supplier;
        while (source.place() != place && source instanceof Source.Derived derived) {
            source = derived.parent();
        }
        return source.standpoint(objectType)
                .filter(standpoint -> places.graph().isInterfaceObject(standpoint.subgraph(), standpoint.localType()))
                .isPresent();
    }

    /** @param scope the object types for which these fields are needed, {@code objectType} among them */
    private boolean supplyAll(
            Place place, List<String> scope, String objectType, FieldSet fields, List<Source> suppliers) {
        for (FieldSet.Part part : fields.parts()) {
            boolean supplied =
                    switch (part) {
                        case FieldSet.Field field -> supplyField(place, scope, objectType, field, suppliers);
                        case FieldSet.Fragment fragment -> {
                            Set<String> admitted = places.graph().supergraph().objectTypes(fragment.typeCondition());
                            List<String> narrowed =
                                    scope.stream().filter(admitted::contains).toList();
                            yield !admitted.contains(objectType)
                                    || supplyAll(place, narrowed, objectType, fragment.selections(), suppliers);
                        }
                    };
            if (!supplied) {
                return false;
            }
        }
        return true;
    }

    private boolean supplyField(
            Place place, List<String> scope, String objectType, FieldSet.Field field, List<Source> suppliers) {
        PlaceField wanted = places.internalField(place, scope, objectType, field);
        if (wanted.child().isEmpty() || wanted.isVacuous()) {
            return supplyLeaf(wanted, suppliers);
        }
        Place child = wanted.child().get();
        for (String childType : child.objectTypes()) {
            if (child.hasManyTypes() && !supplyLeaf(places.typename(child, childType), suppliers)) {
                return false;
            }
            if (!supplyAll(child, child.objectTypes(), childType, field.selections(), suppliers)) {
                return false;
            }
        }
        return true;
    }

    private boolean supplyLeaf(PlaceField leaf, List<Source> suppliers) {
        Source source = supply(leaf);
        if (source == null) {
            return false;
        }
        suppliers.add(source);
        return true;
    }
}
