package ft.transcendence.federation.executor.compiler;

import ft.transcendence.federation.executor.projection.DeferralPoint;
import ft.transcendence.federation.executor.projection.ObjectShape;
import ft.transcendence.federation.executor.projection.ProjectedField;
import ft.transcendence.federation.executor.projection.ValueShape;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.SubscriptionNode;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the size of a compiled plan in bytes, on a 64-bit JVM with compressed pointers and without what it shares with the supergraph. The
 * constants are fitted to the heap that operations of several kinds need, and err on the heavy side; a test verifies that.
 */
final class PlanWeight {

    private static final long PLAN = 800;
    private static final long FETCH = 250;
    private static final long SELECTION = 110;
    private static final long RESPONSE_FIELD = 190;
    private static final long ARGUMENT = 100;
    private static final long REFERENCE = 4;

    private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private long bytes = PLAN;

    private PlanWeight() {}

    static long of(CompiledPlan plan) {
        PlanWeight weight = new PlanWeight();
        plan.plan().root().ifPresent(weight::add);
        plan.plan().deferred().forEach(part -> weight.add(part.node()));
        plan.parts().forEach(part -> weight.add(part.step()));
        weight.add(plan.trigger());
        weight.add(plan.root());
        weight.add(plan.response());
        return weight.bytes;
    }

    private void add(PlanNode node) {
        bytes += 64;
        switch (node) {
            case FetchNode fetch -> add(fetch.selections());
            case NestedRootFetchNode fetch -> fetch.groups().forEach(group -> add(group.selections()));
            case EntityFetchNode fetch -> fetch.groups().forEach(this::add);
            case SequenceNode sequence -> sequence.nodes().forEach(this::add);
            case ParallelNode parallel -> parallel.nodes().forEach(this::add);
            case SubscriptionNode subscription -> {
                add(subscription.trigger());
                subscription.rest().ifPresent(this::add);
            }
        }
    }

    private void add(EntityGroup group) {
        bytes += FETCH
                + group.representations().size() * FETCH
                + group.contexts().size() * FETCH;
        add(group.selections());
        group.parts().forEach(this::add);
    }

    private void add(List<Selection> selections) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> {
                    bytes += SELECTION + 2L * field.responseKey().length();
                    field.arguments()
                            .forEach(argument -> bytes +=
                                    ARGUMENT + 2L * argument.value().toString().length());
                    field.occurrences().stream()
                            .flatMap(Occurrence::directives)
                            .forEach(directive -> bytes +=
                                    ARGUMENT * (1L + directive.arguments().size())
                                            + 2L * directive.toString().length());
                    add(field.selections());
                }
                case InlineFragment fragment -> {
                    bytes += 64;
                    add(fragment.selections());
                }
            }
        }
    }

    private void add(@Nullable Step step) {
        switch (step) {
            case null -> {}
            case RootFetchStep fetch -> bytes += FETCH + fetch.body().bytes();
            case EntityFetchStep fetch -> {
                bytes += FETCH + fetch.body().bytes();
                add(fetch.divided());
            }
            case ContextFetchStep ignored -> bytes += FETCH;
            case Step.InSequence(List<Step> steps) -> steps.forEach(this::add);
            case Step.InParallel(List<Step> steps) -> steps.forEach(this::add);
        }
    }

    private void add(@Nullable ObjectShape shape) {
        if (shape == null || !counted.add(shape)) {
            return;
        }
        bytes += 96;
        for (ObjectShape.@Nullable Fields fields : shape.byType()) {
            bytes += REFERENCE;
            if (fields != null && counted.add(fields)) {
                bytes += 40 + fields.inOrder().length * REFERENCE;
                for (ProjectedField field : fields.inOrder()) {
                    add(field);
                }
            }
        }
    }

    private void add(@Nullable DeferralPoint point) {
        if (point != null) {
            bytes += 64;
            point.sites().forEach(site -> add(site.shape()));
            point.fragments().forEach(fragment -> add(fragment.shape()));
        }
    }

    private void add(ProjectedField field) {
        if (!counted.add(field)) {
            return;
        }
        bytes += RESPONSE_FIELD + 2L * field.key().length();
        for (ValueShape value = field.value(); value != null; value = value.item()) {
            bytes += 40;
            add(value.object());
        }
        add(field.deferred());
    }
}
