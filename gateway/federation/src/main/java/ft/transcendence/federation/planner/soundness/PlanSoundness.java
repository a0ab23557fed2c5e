package ft.transcendence.federation.planner.soundness;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.plan.DeferredNode;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.SubscriptionNode;
import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputFragment;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.PathSegment;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks that a plan can be executed and yields the whole response to its operation: each fetch selects only what its subgraph offers on that path, each input is
 * fetched before it is used, and every leaf of the operation is fetched.
 *
 * <p>The check runs the plan on types instead of data. A {@link TypeTree} records, by position and object type, the merged keys that are
 * present. The branches of a parallel node see only what was present before it. The primary part of a response must be complete before any other
 * is fetched.
 */
public final class PlanSoundness {
    private final Supergraph supergraph;
    private final SubgraphSelections subgraphs;

    private PlanSoundness(QueryGraph graph) {
        this.supergraph = graph.supergraph();
        this.subgraphs = new SubgraphSelections(graph);
    }

    /**
     * @return true, so that it can be used in an {@code assert}
     * @throws AssertionError if the plan is not sound
     */
    public static boolean holds(QueryGraph graph, NormalizedOperation operation, QueryPlan plan) {
        PlanSoundness soundness = new PlanSoundness(graph);
        TypeTree tree = new TypeTree(Set.of(operation.rootType()));
        try {
            plan.root().ifPresent(root -> soundness.run(root, tree));
            for (DeferredNode deferred : plan.deferred()) {
                soundness.checkCovered(operation.fields(), tree, "", true, field -> field.part() == 0);
                soundness.run(deferred.node(), tree);
            }
            soundness.checkCovered(operation.fields(), tree, "", true, field -> true);
            return true;
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nin the plan\n" + plan, e);
        }
    }

    private void run(PlanNode node, TypeTree tree) {
        switch (node) {
            case SequenceNode sequence -> sequence.nodes().forEach(one -> run(one, tree));
            case ParallelNode parallel -> {
                List<TypeTree> results = new ArrayList<>();
                for (PlanNode branch : parallel.nodes()) {
                    TypeTree own = tree.copy();
                    run(branch, own);
                    results.add(own);
                }
                results.forEach(tree::merge);
            }
            case SubscriptionNode subscription -> {
                run(subscription.trigger(), tree);
                subscription.rest().ifPresent(rest -> run(rest, tree));
            }
            case FetchNode fetch -> {
                String rootType = supergraph.rootType(fetch.operationKind()).orElseThrow();
                subgraphs.addRoot(fetch.subgraph(), rootType, fetch.selections(), tree);
            }
            case NestedRootFetchNode nested -> {
                checkKeys(nested);
                String rootType = supergraph.rootType(nested.operationKind()).orElseThrow();
                for (NestedRootFetchNode.Group group : nested.groups()) {
                    for (TypeTree objects : follow(tree, group.path())) {
                        if (objects.canBe(rootType)) {
                            subgraphs.addRoot(nested.subgraph(), rootType, group.selections(), objects);
                        }
                    }
                }
            }
            case EntityFetchNode fetch -> {
                // groups of one request do not see each other's responses
                List<Runnable> responses = new ArrayList<>();
                fetch.groups().forEach(group -> checkGroup(fetch.subgraph(), group, tree, responses));
                responses.forEach(Runnable::run);
            }
        }
    }

    /** Groups read the same response, so a response key stands for one field. */
    private static void checkKeys(NestedRootFetchNode nested) {
        Map<String, Selection> byKey = new HashMap<>();
        for (Selection selection : nested.selections()) {
            if (selection instanceof FieldSelection field) {
                require(
                        byKey.putIfAbsent(field.responseKey(), field) == null,
                        "two fields use the response key " + field.responseKey());
            }
        }
    }

    /** @param responses collects the effects of the group's entities on the tree */
    private void checkGroup(String subgraph, EntityGroup group, TypeTree tree, List<Runnable> responses) {
        for (ContextVariable context : group.contexts()) {
            require(
                    group.path()
                            .segments()
                            .subList(0, context.source().segments().size())
                            .equals(context.source().segments()),
                    context.source() + " does not enclose " + group.path());
            for (TypeTree source : follow(tree, context.source())) {
                source.objectTypes()
                        .forEach(type -> checkInputs(context.selections(), source, type, group.path() + " context"));
            }
        }
        for (TypeTree objects : follow(tree, group.path())) {
            for (Representation representation : group.representations()) {
                Collection<String> types =
                        representation.runtimeTypes().isEmpty() ? objects.objectTypes() : representation.runtimeTypes();
                for (String type : types) {
                    if (!objects.canBe(type)) {
                        // no object of this type is sent
                        continue;
                    }
                    if (!representation.runtimeTypes().isEmpty()) {
                        require(
                                objects.has(type, "__typename"),
                                "the type of objects at " + group.path() + " is unknown");
                    }
                    String path = group.path().toString();
                    checkInputs(representation.keys(), objects, type, path);
                    checkInputs(representation.requirements(), objects, type, path);
                }
                if (types.stream().anyMatch(objects::canBe)) {
                    responses.add(
                            () -> subgraphs.addEntities(subgraph, representation, types, group.selections(), objects));
                }
            }
        }
    }

    /** Empty for a path on which no object can occur. What is fetched there is no leaf of the operation, which is checked at the end. */
    private static List<TypeTree> follow(TypeTree tree, MergePath path) {
        List<TypeTree> found = List.of(tree);
        Collection<String> types = List.of();
        for (PathSegment segment : path.segments()) {
            switch (segment) {
                case PathSegment.TypeCondition condition -> {
                    types = condition.runtimeTypes();
                    for (TypeTree objects : found) {
                        for (String type : types) {
                            require(objects.has(type, "__typename"), "the type of objects on " + path + " is unknown");
                        }
                    }
                }
                case PathSegment.EachItem ignored -> {}
                case PathSegment.Key key -> {
                    List<TypeTree> next = new ArrayList<>();
                    for (TypeTree objects : found) {
                        for (String type : types.isEmpty() ? objects.objectTypes() : types) {
                            objects.child(type, key.mergedKey()).ifPresent(next::add);
                        }
                    }
                    found = next;
                    types = List.of();
                }
            }
        }
        return found;
    }

    private void checkInputs(List<InputSelection> inputs, TypeTree objects, String type, String path) {
        checkInputs(inputs, objects, type, path, new HashSet<>());
    }

    /** @param written the names written so far, each of which may occur once */
    private void checkInputs(
            List<InputSelection> inputs, TypeTree objects, String type, String path, Set<String> written) {
        for (InputSelection input : inputs) {
            switch (input) {
                case InputFragment fragment -> {
                    if (fragment.runtimeTypes().contains(type)) {
                        require(objects.has(type, "__typename"), "the type of inputs at " + path + " is unknown");
                        checkInputs(fragment.selections(), objects, type, path, written);
                    }
                }
                case InputField field -> {
                    if (!objects.canBe(type)) {
                        continue;
                    }
                    require(written.add(field.name()), "the input " + field.name() + " at " + path + " is sent twice");
                    require(
                            objects.has(type, field.mergedKey()),
                            "the input " + field.mergedKey() + " of " + type + " at " + path
                                    + " has not been fetched yet");
                    require(
                            objects.name(type, field.mergedKey()).equals(field.name()),
                            "the input " + field.name() + " at " + path + " is a different field");
                    objects.child(type, field.mergedKey()).ifPresent(child -> child.objectTypes()
                            .forEach(childType ->
                                    checkInputs(field.selections(), child, childType, path + "." + field.mergedKey())));
                }
            }
        }
    }

    private void checkCovered(
            List<NormalizedField> fields,
            TypeTree objects,
            String path,
            boolean atRoot,
            Predicate<NormalizedField> isWanted) {
        for (NormalizedField field : fields) {
            if (!isWanted.test(field)) {
                continue;
            }
            if (field.isIntrospection()
                    || field.isTypename() && (atRoot || objects.objectTypes().size() == 1)) {
                continue;
            }
            String fieldPath = path + "." + field.responseKey();
            if (!field.forAllTypes()) {
                require(
                        field.objectTypes().stream()
                                .allMatch(type -> objects.has(type, "__typename") || !objects.canBe(type)),
                        "the type of objects at " + path + " is unknown");
            }
            for (String type : field.objectTypes()) {
                if (!objects.canBe(type)) {
                    continue;
                }
                String key = field.isTypename() ? "__typename" : field.mergedKey();
                require(objects.has(type, key), fieldPath + " is not fetched for " + type);
                require(objects.name(type, key).equals(field.name()), fieldPath + " is a different field");
                require(
                        objects.arguments(type, key).equals(field.arguments()),
                        fieldPath + " has different arguments: " + objects.arguments(type, key));
                objects.child(type, key)
                        .ifPresent(child -> checkCovered(field.fields(), child, fieldPath, false, isWanted));
            }
        }
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError("not sound: " + otherwise);
        }
    }

    /** Within one selection set, each response key leads to a single merged key. */
    static void requireConsistentKeys(List<Selection> selections) {
        collectKeys(selections, new HashMap<>());
    }

    private static void collectKeys(List<Selection> selections, Map<String, String> mergedKeys) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> {
                    String known = mergedKeys.putIfAbsent(field.responseKey(), field.mergedKey());
                    require(
                            known == null || known.equals(field.mergedKey()),
                            "the response key " + field.responseKey() + " has two merged keys");
                    requireConsistentKeys(field.selections());
                }
                case InlineFragment fragment -> collectKeys(fragment.selections(), mergedKeys);
            }
        }
    }
}
