package ft.transcendence.federation.planner.soundness;

import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.SubscriptionNode;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Versions of a plan that are each broken in one place: a fetch, a selected leaf, a key or a requirement is missing, a fetch does not wait for
 * what it needs, or objects of one type are not sent.
 */
final class BrokenPlans {
    private BrokenPlans() {}

    static List<PlanNode> of(PlanNode node) {
        return switch (node) {
            case SequenceNode sequence -> {
                List<PlanNode> broken = new ArrayList<>(inOnePlace(sequence.nodes(), SequenceNode::new));
                broken.add(new ParallelNode(sequence.nodes()));
                broken.add(new SequenceNode(sequence.nodes().reversed()));
                yield broken;
            }
            case ParallelNode parallel -> inOnePlace(parallel.nodes(), ParallelNode::new);
            case FetchNode fetch ->
                selections(fetch.selections()).stream()
                        .<PlanNode>map(selections -> new FetchNode(
                                fetch.id(),
                                fetch.subgraph(),
                                fetch.operationKind(),
                                selections,
                                fetch.variables(),
                                fetch.directives()))
                        .toList();
            case EntityFetchNode fetch ->
                changed(fetch.groups(), BrokenPlans::groups).stream()
                        .<PlanNode>map(groups -> new EntityFetchNode(
                                fetch.id(), fetch.subgraph(), groups, fetch.variables(), fetch.directives()))
                        .toList();
            case NestedRootFetchNode nested -> throw new IllegalArgumentException("not supported: " + nested);
            case SubscriptionNode subscription -> throw new IllegalArgumentException("not supported: " + subscription);
        };
    }

    private static List<PlanNode> inOnePlace(List<PlanNode> nodes, Function<List<PlanNode>, PlanNode> build) {
        List<PlanNode> broken = new ArrayList<>();
        changed(nodes, BrokenPlans::of).forEach(changed -> broken.add(build.apply(changed)));
        without(nodes).forEach(fewer -> broken.add(build.apply(fewer)));
        return broken;
    }

    private static List<EntityGroup> groups(EntityGroup group) {
        List<EntityGroup> groups = new ArrayList<>();
        changed(group.representations(), BrokenPlans::representations)
                .forEach(representations -> groups.add(group(group, representations, group.selections())));
        if (group.representations().size() > 1) {
            without(group.representations())
                    .forEach(representations -> groups.add(group(group, representations, group.selections())));
        }
        selections(group.selections())
                .forEach(selections -> groups.add(group(group, group.representations(), selections)));
        return groups;
    }

    private static EntityGroup group(
            EntityGroup group, List<Representation> representations, List<Selection> selections) {
        return new EntityGroup(group.path(), representations, group.contexts(), selections, List.of());
    }

    private static List<Representation> representations(Representation sent) {
        List<Representation> representations = new ArrayList<>();
        without(sent.keys()).forEach(keys -> representations.add(representation(sent, keys, sent.requirements())));
        without(sent.requirements())
                .forEach(requirements -> representations.add(representation(sent, sent.keys(), requirements)));
        return representations;
    }

    private static Representation representation(
            Representation sent, List<InputSelection> keys, List<InputSelection> requirements) {
        return new Representation(sent.runtimeTypes(), sent.typename(), keys, requirements);
    }

    /** Each without one leaf. A leaf that is selected is part of the response or an input of another fetch. */
    private static List<List<Selection>> selections(List<Selection> selections) {
        List<List<Selection>> broken = new ArrayList<>();
        changed(selections, selection -> switch (selection) {
                    case FieldSelection field ->
                        selections(field.selections()).stream()
                                .map(below -> field(field, below))
                                .toList();
                    case InlineFragment fragment ->
                        selections(fragment.selections()).stream()
                                .map(below -> fragment(fragment, below))
                                .toList();
                })
                .forEach(broken::add);
        if (selections.size() > 1) {
            for (int i = 0; i < selections.size(); i++) {
                if (selections.get(i) instanceof FieldSelection field && field.isLeaf()) {
                    List<Selection> fewer = new ArrayList<>(selections);
                    fewer.remove(i);
                    broken.add(fewer);
                }
            }
        }
        return broken;
    }

    private static Selection field(FieldSelection field, List<Selection> below) {
        return new FieldSelection(
                field.name(),
                field.responseKey(),
                field.mergedKey(),
                field.arguments(),
                field.occurrences(),
                field.valueType(),
                below);
    }

    private static Selection fragment(InlineFragment fragment, List<Selection> below) {
        return new InlineFragment(fragment.typeCondition(), below);
    }

    /** Each with one element replaced by one of its changed versions. */
    private static <T> List<List<T>> changed(List<T> elements, Function<T, List<T>> versions) {
        List<List<T>> changed = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            for (T version : versions.apply(elements.get(i))) {
                List<T> copy = new ArrayList<>(elements);
                copy.set(i, version);
                changed.add(copy);
            }
        }
        return changed;
    }

    /** Each without one element. */
    private static <T> List<List<T>> without(List<T> elements) {
        List<List<T>> fewer = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<T> copy = new ArrayList<>(elements);
            copy.remove(i);
            fewer.add(copy);
        }
        return fewer;
    }
}
