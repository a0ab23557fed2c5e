package ft.transcendence.federation.executor.compiler;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.executor.projection.ObjectShape;
import ft.transcendence.federation.executor.projection.ShapeCompiler;
import ft.transcendence.federation.executor.request.ContextReader;
import ft.transcendence.federation.executor.request.QueryText;
import ft.transcendence.federation.executor.request.RepresentationWriter;
import ft.transcendence.federation.executor.request.RequestBody;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.EntityGroupStep;
import ft.transcendence.federation.executor.step.EntityGroupStep.Division;
import ft.transcendence.federation.executor.step.FetchedFields;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TargetPath;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.operation.Deferral;
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
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.supergraph.Subgraph;
import ft.transcendence.federation.supergraph.Supergraph;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles query plans of one supergraph for execution. Thread-safe. */
public final class PlanCompiler {

    private final GraphQLSchema schema;
    private final Map<String, String> urls;
    private final TypeNumbers types;

    public PlanCompiler(Supergraph supergraph) {
        this.schema = supergraph.consumerSchema();
        this.urls = supergraph.subgraphs().values().stream().collect(Collectors.toMap(Subgraph::name, Subgraph::url));
        this.types = TypeNumbers.of(supergraph);
    }

    /**
     * Compiles a plan.
     *
     * @param operation the client's operation
     * @param denied the fields of it that the caller may not see; they are null in the response and not part of the plan
     */
    public CompiledPlan compile(QueryPlan plan, NormalizedOperation operation, Predicate<NormalizedField> denied) {
        Shape rootShape = new Shape();
        ObjectShape response = new ShapeCompiler(schema, types, denied).compile(operation, rootShape);
        RootFetchStep trigger = null;
        Step root = null;
        if (plan.root().isPresent()) {
            if (plan.root().get() instanceof SubscriptionNode subscription) {
                trigger = rootFetch(subscription.trigger(), rootShape);
                root = subscription.rest().map(rest -> step(rest, rootShape)).orElse(null);
            } else {
                root = step(plan.root().get(), rootShape);
            }
        }
        return new CompiledPlan(
                plan,
                types,
                rootShape,
                types.numberOf(operation.rootType()),
                response,
                trigger,
                root,
                operation.deferral(),
                parts(plan, operation.deferral(), rootShape));
    }

    private List<DeferredPart> parts(QueryPlan plan, Deferral deferral, Shape root) {
        Map<Integer, DeferredNode> nodes =
                plan.deferred().stream().collect(Collectors.toMap(DeferredNode::part, node -> node));
        return deferral.inOrder().stream()
                .map(part -> {
                    DeferredNode node = nodes.get(part);
                    return node == null
                            ? new DeferredPart(part, List.of(0), null)
                            : new DeferredPart(part, node.after(), step(node.node(), root));
                })
                .toList();
    }

    private Step step(PlanNode node, Shape root) {
        return switch (node) {
            case FetchNode fetch -> rootFetch(fetch, root);
            case NestedRootFetchNode fetch -> nestedRootFetch(fetch, root);
            case EntityFetchNode fetch -> entityFetch(fetch, root);
            case SequenceNode sequence -> new Step.InSequence(steps(sequence.nodes(), root));
            case ParallelNode parallel -> new Step.InParallel(steps(parallel.nodes(), root));
            case SubscriptionNode subscription ->
                throw new IllegalArgumentException("A subscription inside a plan: " + subscription);
        };
    }

    private List<Step> steps(List<PlanNode> nodes, Shape root) {
        return nodes.stream().map(node -> step(node, root)).toList();
    }

    private RootFetchStep rootFetch(FetchNode fetch, Shape root) {
        return new RootFetchStep(
                fetch.subgraph(),
                url(fetch.subgraph()),
                fetch.operationKind(),
                new RequestBody(QueryText.of(fetch), fetch.subgraph(), fetch.id(), fetch.variables()),
                FetchedFields.of(fetch.selections(), root),
                fetch.operationKind() == OperationKind.SUBSCRIPTION ? fieldOf(fetch) : null);
    }

    private static @Nullable String fieldOf(FetchNode subscription) {
        return subscription.selections().stream()
                .filter(FieldSelection.class::isInstance)
                .map(FieldSelection.class::cast)
                .map(FieldSelection::name)
                .findFirst()
                .orElse(null);
    }

    private EntityFetchStep nestedRootFetch(NestedRootFetchNode fetch, Shape root) {
        return new EntityFetchStep(
                fetch.subgraph(),
                url(fetch.subgraph()),
                new RequestBody(QueryText.of(fetch), fetch.subgraph(), fetch.id(), fetch.variables()),
                fetch.groups().stream().map(group -> group(group, root)).toList(),
                fetch.operationKind(),
                null);
    }

    private EntityGroupStep group(NestedRootFetchNode.Group group, Shape root) {
        TargetPath path = TargetPath.of(group.path(), root, types);
        Representation anything = new Representation(List.of(), "", List.of(), List.of());
        return new EntityGroupStep(
                path,
                "",
                "",
                List.of(new RepresentationWriter(anything, path.target(), types)),
                FetchedFields.of(group.selections(), path.target()),
                Division.NONE);
    }

    private Step entityFetch(EntityFetchNode fetch, Shape root) {
        if (fetch.groups().stream().anyMatch(group -> !group.contexts().isEmpty())) {
            List<List<ContextReader>> readers = fetch.groups().stream()
                    .map(group -> group.contexts().stream()
                            .map(context -> ContextReader.of(context, root, types))
                            .toList())
                    .toList();
            return new ContextFetchStep(
                    fetch, url(fetch.subgraph()), groups(fetch, group -> Division.NONE, root), readers);
        }
        return entityFetch(fetch, PlanCompiler::undivided, divided(fetch, root), root);
    }

    /** The fetch with the parts of each group behind the group; null if no group has parts. */
    private @Nullable EntityFetchStep divided(EntityFetchNode fetch, Shape root) {
        List<EntityGroup> groups = new ArrayList<>();
        Set<EntityGroup> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (EntityGroup group : fetch.groups()) {
            groups.add(group);
            groups.addAll(group.parts());
            parts.addAll(group.parts());
        }
        return parts.isEmpty()
                ? null
                : entityFetch(
                        new EntityFetchNode(
                                fetch.id(), fetch.subgraph(), groups, fetch.variables(), fetch.directives()),
                        group -> parts.contains(group) ? Division.PART : undivided(group),
                        null,
                        root);
    }

    private static Division undivided(EntityGroup group) {
        return group.parts().isEmpty() ? Division.NONE : Division.DIVISIBLE;
    }

    private EntityFetchStep entityFetch(
            EntityFetchNode fetch,
            Function<EntityGroup, Division> divisions,
            @Nullable EntityFetchStep divided,
            Shape root) {
        List<String> variables = QueryText.representationVariables(fetch);
        RequestBody body = new RequestBody(
                QueryText.of(fetch, variables, QueryText.keys(fetch)), fetch.subgraph(), fetch.id(), fetch.variables());
        return new EntityFetchStep(
                fetch.subgraph(), url(fetch.subgraph()), body, groups(fetch, divisions, root), null, divided);
    }

    private List<EntityGroupStep> groups(EntityFetchNode fetch, Function<EntityGroup, Division> divisions, Shape root) {
        List<String> variables = QueryText.representationVariables(fetch);
        List<String> keys = QueryText.keys(fetch);
        List<EntityGroupStep> groups = new ArrayList<>();
        for (int i = 0; i < fetch.groups().size(); i++) {
            EntityGroup group = fetch.groups().get(i);
            groups.add(group(group, keys.get(i), variables.get(i), divisions.apply(group), root));
        }
        return groups;
    }

    private EntityGroupStep group(EntityGroup group, String key, String variable, Division division, Shape root) {
        TargetPath path = TargetPath.of(group.path(), root, types);
        List<RepresentationWriter> writers = group.representations().stream()
                .map(representation -> new RepresentationWriter(representation, path.target(), types))
                .toList();
        return new EntityGroupStep(
                path, key, variable, writers, FetchedFields.of(group.selections(), path.target()), division);
    }

    private String url(String subgraph) {
        String url = urls.get(subgraph);
        if (url == null) {
            throw new IllegalArgumentException("The supergraph has no subgraph '" + subgraph + "'");
        }
        return url;
    }
}
