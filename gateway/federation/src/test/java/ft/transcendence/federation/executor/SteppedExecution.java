package ft.transcendence.federation.executor;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.projection.Projection;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.response.ErrorRedactor;
import ft.transcendence.federation.executor.response.ResponseMerger;
import ft.transcendence.federation.executor.step.ContextFetchStep;
import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import ft.transcendence.federation.executor.step.Step;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.variables.VariableValues;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An execution that stops between its steps, so that each can be measured separately. Subgraphs are only called the first time. After a
 * {@link #restart} their responses are replayed.
 */
final class SteppedExecution {

    private static final ErrorRedactor REDACTOR = new ErrorRedactor(
            SubgraphErrorPolicy.redacting(), (subgraph, errors, context) -> {}, RequestContext.anonymous());

    private final CompiledPlan plan;
    private final SubgraphTransport transport;
    private final List<Step.Fetch> fetches = new ArrayList<>();
    private final Map<Step.Fetch, SubgraphResponse> responses = new HashMap<>();
    private MergedTree tree;
    private int root;
    private ResponseMerger receiver;

    SteppedExecution(CompiledPlan plan, SubgraphTransport transport) {
        this.plan = plan;
        this.transport = transport;
        if (plan.root() != null) {
            flatten(plan.root());
        }
        this.tree = new MergedTree(plan.cells().expected());
        this.receiver = new ResponseMerger(tree, root, plan, new ResponseErrors(), REDACTOR);
        restart();
        fetches.forEach(this::run);
        plan.cells().remember(tree.mark().cells());
        plan.bytes().remember(project().size());
    }

    private void flatten(Step step) {
        switch (step) {
            case Step.InSequence(List<Step> steps) -> steps.forEach(this::flatten);
            case Step.InParallel(List<Step> steps) -> steps.forEach(this::flatten);
            case Step.Fetch fetch -> fetches.add(fetch);
            case ContextFetchStep context ->
                throw new IllegalArgumentException("its request differs for each execution: " + context);
        }
    }

    /** Starts again with an empty tree. */
    void restart() {
        tree = new MergedTree(plan.cells().expected());
        root = tree.newObject(plan.rootShape().size());
        tree.setType(root, plan.rootType());
        receiver = new ResponseMerger(tree, root, plan, new ResponseErrors(), REDACTOR);
    }

    /** Runs all fetches before one of them. */
    void runUntil(Step.Fetch stop) {
        for (Step.Fetch fetch : fetches) {
            if (fetch == stop) {
                return;
            }
            run(fetch);
        }
    }

    void runAll() {
        fetches.forEach(this::run);
    }

    void run(Step.Fetch fetch) {
        switch (fetch) {
            case RootFetchStep step ->
                receiver.receive(
                        step,
                        response(step, step.kind(), step.body().of(VariableValues.none(), null)),
                        FetchObserver.NONE);
            case EntityFetchStep step -> {
                JsonWriter body = new JsonWriter(512);
                EntityBatch[] batches = writeBatches(step, body);
                receive(step, batches, response(step, step.kind(), ByteBuffer.wrap(body.array(), 0, body.size())));
            }
        }
    }

    EntityBatch[] writeBatches(EntityFetchStep step, JsonWriter body) {
        EntityBatch[] batches = new EntityBatch[step.groups().size()];
        step.write(tree, root, VariableValues.none(), null, body, batches);
        return batches;
    }

    void receive(EntityFetchStep step, EntityBatch[] batches, SubgraphResponse response) {
        receiver.receive(step, batches, response, FetchObserver.NONE);
    }

    JsonWriter project() {
        JsonWriter out = new JsonWriter(plan.bytes().expected());
        new Projection(tree, plan.types(), Map.of(), new ResponseErrors(), out).writeRoot(plan.response(), root);
        return out;
    }

    /** The recorded response to a fetch. */
    SubgraphResponse responseTo(Step.Fetch fetch) {
        SubgraphResponse response = responses.get(fetch);
        if (response == null) {
            throw new IllegalStateException("Never called: " + fetch.subgraph());
        }
        return response;
    }

    List<RootFetchStep> rootFetches() {
        return fetches.stream()
                .filter(RootFetchStep.class::isInstance)
                .map(RootFetchStep.class::cast)
                .toList();
    }

    List<EntityFetchStep> entityFetches() {
        return fetches.stream()
                .filter(EntityFetchStep.class::isInstance)
                .map(EntityFetchStep.class::cast)
                .toList();
    }

    private SubgraphResponse response(Step.Fetch fetch, OperationKind kind, ByteBuffer body) {
        return responses.computeIfAbsent(fetch, first -> transport
                .send(new SubgraphRequest(fetch.subgraph(), fetch.url(), body, kind, RequestContext.anonymous()))
                .join());
    }
}
