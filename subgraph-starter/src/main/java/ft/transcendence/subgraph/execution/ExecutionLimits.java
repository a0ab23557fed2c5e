package ft.transcendence.subgraph.execution;

import ft.transcendence.subgraph.error.CodedError;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cancels executions that use up their {@link ExecutionBudget}. Every field consumes one value before it is fetched. A
 * list with {@code @listSize} and slicing arguments consumes as many values as these arguments ask for before its rows
 * are loaded, so that too many rows are never loaded in the first place.
 */
final class ExecutionLimits extends SimplePerformantInstrumentation {

    private static final String ENTITIES = "_entities";
    private static final String REPRESENTATIONS = "representations";
    private static final String LIST_SIZE = "listSize";
    private static final String SLICING_ARGUMENTS = "slicingArguments";
    private static final String ASSUMED_SIZE = "assumedSize";

    private final ExecutionProperties limits;
    private final SharedBudget sharedBudget;
    private final LongSupplier nanos;
    private final Supplier<BooleanSupplier> clientDisconnected;

    /** @param clientDisconnected called at the start of an execution; the result is polled during the execution */
    ExecutionLimits(
            ExecutionProperties limits,
            SharedBudget sharedBudget,
            LongSupplier nanos,
            Supplier<BooleanSupplier> clientDisconnected) {
        this.limits = limits;
        this.sharedBudget = sharedBudget;
        this.nanos = nanos;
        this.clientDisconnected = clientDisconnected;
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        ExecutionBudget budget = new ExecutionBudget(
                parameters.getExecutionInput(), limits, sharedBudget, nanos, clientDisconnected.get());
        RequestContext.current().ifPresent(context -> context.attach(budget));
        return budget;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted(
                (result, failure) -> budget(state).release());
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        budget(state).restart();
        return SimpleInstrumentationContext.whenCompleted(
                (result, failure) -> budget(state).release());
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldExecution(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        budget(state).consume(1);
        return null;
    }

    @Override
    public @Nullable FieldFetchingInstrumentationContext beginFieldFetching(
            InstrumentationFieldFetchParameters parameters, @Nullable InstrumentationState state) {
        // a property has no list size, and asking for its field would build an environment that it does not need
        if (parameters.isTrivialDataFetcher()) {
            return null;
        }
        GraphQLFieldDefinition field = parameters.getField();
        if (field.getName().equals(ENTITIES)) {
            Object representations = parameters.getEnvironment().getArgument(REPRESENTATIONS);
            budget(state).consumeEntities(representations instanceof Collection<?> some ? some.size() : 0);
        } else if (!field.getArguments().isEmpty() && field.hasAppliedDirective(LIST_SIZE)) {
            budget(state).consume(rows(parameters.getEnvironment()));
        }
        return null;
    }

    private static long rows(DataFetchingEnvironment environment) {
        Map<String, Object> arguments = environment.getArguments();
        return environment.getFieldDefinition().getAppliedDirectives(LIST_SIZE).stream()
                .mapToLong(
                        listSize -> listSize.getArgument(SLICING_ARGUMENTS).getValue() instanceof Collection<?> slicing
                                ? slicing.stream()
                                        .map(arguments::get)
                                        .filter(Integer.class::isInstance)
                                        .mapToLong(size -> Math.max(0, (Integer) size))
                                        .max()
                                        .orElseGet(() -> assumed(listSize.getArgument(ASSUMED_SIZE)
                                                .getValue()))
                                : 0)
                .sum();
    }

    private static long assumed(@Nullable Object size) {
        return size instanceof Integer number ? number : 0;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        ExecutionBudget budget = budget(state);
        budget.release();
        return CompletableFuture.completedFuture(budget.cancellation()
                .map(cancellation -> ExecutionResult.newExecutionResult()
                        .addError(error(cancellation))
                        .build())
                .orElse(result));
    }

    private static GraphQLError error(ExecutionBudget.Cancellation cancellation) {
        return CodedError.of(
                GraphqlErrorBuilder.newError().errorType(ErrorType.ExecutionAborted),
                cancellation.code(),
                cancellation.message(),
                Map.of());
    }

    private static ExecutionBudget budget(@Nullable InstrumentationState state) {
        return (ExecutionBudget) Objects.requireNonNull(state);
    }
}
