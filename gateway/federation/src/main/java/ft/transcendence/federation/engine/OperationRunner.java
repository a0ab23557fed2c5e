package ft.transcendence.federation.engine;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.ExecutionInput;
import ft.transcendence.federation.executor.PlanExecutor;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.preparation.Delivery;
import ft.transcendence.federation.preparation.OperationCache;
import ft.transcendence.federation.preparation.PreparedOperation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;

/** Executes operations: finds or prepares the plan of each, and runs it. {@link FederationEngine} describes what its methods promise. */
final class OperationRunner {

    private final OperationCache operations;
    private final IntrospectionResolver introspection;
    private final PlanExecutor executor;
    private final Executor continuations;

    /** @param continuations runs what follows the preparation of an operation */
    OperationRunner(
            OperationCache operations,
            IntrospectionResolver introspection,
            PlanExecutor executor,
            Executor continuations) {
        this.operations = operations;
        this.introspection = introspection;
        this.executor = executor;
        this.continuations = continuations;
    }

    CompletableFuture<GraphQLResponse> execute(GraphQLRequest request, RequestContext context) {
        try {
            Consumer<PreparedOperation> check = oneResponse(context);
            return switch (operations.known(request, context, Delivery.WHOLE, check)) {
                case OperationCache.Ready ready -> respond(ready, request, context);
                case OperationCache.Incomplete known -> {
                    DeferredResult<GraphQLResponse> result = new DeferredResult<>(continuations);
                    yield result.of(
                            operations.complete(known, request, context, Delivery.WHOLE, check, result),
                            ready -> respond(ready, request, context),
                            problem -> Refusals.answer(problem, context));
                }
            };
        } catch (RuntimeException | StackOverflowError problem) {
            return Refusals.outcome(problem, context);
        }
    }

    private CompletableFuture<GraphQLResponse> respond(
            OperationCache.Ready ready, GraphQLRequest request, RequestContext context) {
        context.observer().prepared(ready.executable().denials().size());
        if (!ready.executable().introspects()) {
            return executor.execute(ready.executable().plan(), input(ready, Map.of(), context));
        }
        DeferredResult<GraphQLResponse> result = new DeferredResult<>(continuations);
        return result.of(
                introspection(request, context, result),
                introspected -> executor.execute(ready.executable().plan(), input(ready, introspected, context)),
                problem -> Refusals.answer(problem, context));
    }

    Flow.Publisher<GraphQLResponse> executeIncrementally(
            GraphQLRequest request, RequestContext context, IncrementalFormat format) {
        return published(
                request,
                context,
                Delivery.IN_PARTS,
                oneResponse(context),
                ready -> inParts(ready, request, context, format));
    }

    private Flow.Publisher<GraphQLResponse> inParts(
            OperationCache.Ready ready, GraphQLRequest request, RequestContext context, IncrementalFormat format) {
        CompiledPlan plan = ready.executable().plan();
        if (plan.deferral().isEmpty()) {
            return new SingleResponsePublisher(respond(ready, request, context));
        }
        context.observer().prepared(ready.executable().denials().size());
        if (!ready.executable().introspects()) {
            return executor.executeInParts(plan, input(ready, Map.of(), context), format);
        }
        DeferredResult<Flow.Publisher<GraphQLResponse>> result = new DeferredResult<>(continuations);
        return new DeferredPublisher(result.of(
                introspection(request, context, result),
                introspected -> CompletableFuture.completedFuture(
                        executor.executeInParts(plan, input(ready, introspected, context), format)),
                problem -> Refusals.answer(problem, context).map(OperationRunner::only)));
    }

    Flow.Publisher<GraphQLResponse> subscribe(GraphQLRequest request, RequestContext context) {
        Consumer<PreparedOperation> check = operation -> {
            if (identified(operation, context) != OperationKind.SUBSCRIPTION) {
                Refusals.check(operation, context);
            }
        };
        return published(request, context, Delivery.WHOLE, check, ready -> stream(ready, request, context));
    }

    private Flow.Publisher<GraphQLResponse> stream(
            OperationCache.Ready ready, GraphQLRequest request, RequestContext context) {
        CompiledPlan plan = ready.executable().plan();
        if (!plan.isStream()) {
            return new SingleResponsePublisher(respond(ready, request, context));
        }
        context.observer().prepared(ready.executable().denials().size());
        return executor.subscribe(plan, input(ready, Map.of(), context));
    }

    private Flow.Publisher<GraphQLResponse> published(
            GraphQLRequest request,
            RequestContext context,
            Delivery delivery,
            Consumer<PreparedOperation> check,
            Function<OperationCache.Ready, Flow.Publisher<GraphQLResponse>> begin) {
        try {
            return switch (operations.known(request, context, delivery, check)) {
                case OperationCache.Ready ready -> begin.apply(ready);
                case OperationCache.Incomplete known -> {
                    DeferredResult<Flow.Publisher<GraphQLResponse>> stream = new DeferredResult<>(continuations);
                    yield new DeferredPublisher(stream.of(
                            operations.complete(known, request, context, delivery, check, stream),
                            ready -> CompletableFuture.completedFuture(begin.apply(ready)),
                            problem -> Refusals.answer(problem, context).map(OperationRunner::only)));
                }
            };
        } catch (RuntimeException | StackOverflowError problem) {
            return new SingleResponsePublisher(Refusals.outcome(problem, context));
        }
    }

    private static Consumer<PreparedOperation> oneResponse(RequestContext context) {
        return operation -> {
            identified(operation, context);
            Refusals.check(operation, context);
        };
    }

    private static Flow.Publisher<GraphQLResponse> only(GraphQLResponse response) {
        return new SingleResponsePublisher(CompletableFuture.completedFuture(response));
    }

    private static ExecutionInput input(
            OperationCache.Ready ready, Map<String, byte[]> introspected, RequestContext context) {
        return new ExecutionInput(
                context,
                ready.operation().name(),
                ready.variables(),
                introspected,
                ready.executable().denials());
    }

    /** Introspecting a large schema takes as long as planning, and the result is not cached. */
    private CompletableFuture<Map<String, byte[]>> introspection(
            GraphQLRequest request, RequestContext context, CompletableFuture<?> result) {
        return context.allows(RequestContext.Feature.INTROSPECTION)
                ? operations.offload(
                        request,
                        context,
                        result,
                        draft -> introspection.resolve(draft.document(), draft.definition(), request.variables()))
                : CompletableFuture.failedFuture(
                        new RequestRefusedException("Introspection is turned off.", "INTROSPECTION_DISABLED"));
    }

    CompletableFuture<Optional<OperationKind>> kindOf(GraphQLRequest request, RequestContext context) {
        PreparedOperation known = operations.known(request);
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(identified(known, context)));
        }
        DeferredResult<Optional<OperationKind>> result = new DeferredResult<>(continuations);
        return result.of(
                operations.prepare(request, context, result),
                operation -> CompletableFuture.completedFuture(Optional.of(identified(operation, context))),
                problem -> Refusals.responseTo(problem).map(response -> Optional.empty()));
    }

    private static OperationKind identified(PreparedOperation operation, RequestContext context) {
        context.observer().identified(operation.kind(), operation.name());
        return operation.kind();
    }
}
