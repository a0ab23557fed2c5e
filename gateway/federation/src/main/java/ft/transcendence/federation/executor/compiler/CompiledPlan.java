package ft.transcendence.federation.executor.compiler;

import ft.transcendence.federation.executor.projection.ObjectShape;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.plan.QueryPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query plan, prepared for execution: what can be computed once is computed. Immutable except for the memory that the last executions needed,
 * which is a hint for the next ones.
 */
public final class CompiledPlan {

    private final QueryPlan plan;
    private final TypeNumbers types;
    private final Shape rootShape;
    private final int rootType;
    private final ObjectShape response;
    private final @Nullable RootFetchStep trigger;
    private final @Nullable Step root;
    private final Deferral deferral;
    private final List<DeferredPart> parts;
    private final boolean sharesObjects;
    private final SizeHint cells = new SizeHint(256, 1 << 16);
    private final SizeHint bytes = new SizeHint(512, 1 << 19);

    CompiledPlan(
            QueryPlan plan,
            TypeNumbers types,
            Shape rootShape,
            int rootType,
            ObjectShape response,
            @Nullable RootFetchStep trigger,
            @Nullable Step root,
            Deferral deferral,
            List<DeferredPart> parts) {
        this.deferral = deferral;
        this.parts = List.copyOf(parts);
        this.plan = plan;
        this.types = types;
        this.rootShape = rootShape;
        this.rootType = rootType;
        this.response = response;
        this.trigger = trigger;
        this.root = root;
        this.sharesObjects = deferral.isEmpty() && isUnconditional(root);
    }

    /** The plan this was compiled from. */
    public QueryPlan plan() {
        return plan;
    }

    /** The estimated size in bytes. */
    public long weight() {
        return PlanWeight.of(this);
    }

    public TypeNumbers types() {
        return types;
    }

    public Shape rootShape() {
        return rootShape;
    }

    public int rootType() {
        return rootType;
    }

    public ObjectShape response() {
        return response;
    }

    /** Whether there is a response for each event of a subgraph. False if the caller may not see any field of the subscription. */
    public boolean isStream() {
        return trigger != null;
    }

    /** The fetch whose responses are the events of a subscription; null for other operations. */
    public @Nullable RootFetchStep trigger() {
        return trigger;
    }

    /** What is delivered later than the rest. */
    public Deferral deferral() {
        return deferral;
    }

    /** What is fetched for each deferred part, ordered so that a part follows those that it waits for. */
    public List<DeferredPart> parts() {
        return parts;
    }

    /** The steps to run, for the primary part if there are others; null if no subgraph has to be called. */
    public @Nullable Step root() {
        return root;
    }

    /**
     * Whether an object that occurs several times at the same position of a subgraph response may be stored in the tree once. Later fetches must
     * then treat all its occurrences alike, which they do not if they depend on the objects around it.
     */
    public boolean sharesObjects() {
        return sharesObjects;
    }

    private static boolean isUnconditional(@Nullable Step step) {
        return switch (step) {
            case null -> true;
            case RootFetchStep ignored -> true;
            case ContextFetchStep ignored -> false;
            case EntityFetchStep fetch ->
                fetch.groups().stream().allMatch(group -> group.path().isUnconditional());
            case Step.InSequence(List<Step> steps) -> steps.stream().allMatch(CompiledPlan::isUnconditional);
            case Step.InParallel(List<Step> steps) -> steps.stream().allMatch(CompiledPlan::isUnconditional);
        };
    }

    /** How many cells the tree of the next execution probably needs. */
    public SizeHint cells() {
        return cells;
    }

    /** How many bytes the next response probably has. */
    public SizeHint bytes() {
        return bytes;
    }
}
