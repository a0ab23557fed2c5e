package ft.transcendence.federation.engine;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.preparation.PreparedOperation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Requests that are refused before they are executed, and the responses to them. */
final class Refusals {

    private Refusals() {}

    /** The outcome of a request that fails before it is executed: a response if it is refused, else the defect. */
    static CompletableFuture<GraphQLResponse> outcome(Throwable problem, RequestContext context) {
        return answer(problem, context)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(problem));
    }

    /** The response for a refused request, which the observer sees as well; empty for a defect of the engine. */
    static Optional<GraphQLResponse> answer(Throwable problem, RequestContext context) {
        Optional<GraphQLResponse> response = responseTo(problem);
        response.ifPresent(context.observer()::answered);
        return response;
    }

    /** The response for a refused request; empty for a defect of the engine. */
    static Optional<GraphQLResponse> responseTo(Throwable problem) {
        return switch (problem) {
            case CompletionException wrapped when wrapped.getCause() != null -> responseTo(wrapped.getCause());
            case RequestRefusedException refused -> Optional.of(refused.response());
            // possible within the limits if the host's thread has a small stack
            case StackOverflowError tooDeep ->
                Optional.of(
                        new RequestRefusedException("The operation is nested too deeply.", "OPERATION_LIMIT_EXCEEDED")
                                .response());
            default -> Optional.empty();
        };
    }

    /** Refuses a mutation where none is allowed, and a subscription where one response is expected. */
    static void check(PreparedOperation operation, RequestContext context) {
        switch (operation.kind()) {
            case QUERY -> {}
            case MUTATION -> {
                if (!context.allows(RequestContext.Feature.MUTATION)) {
                    throw new RequestRefusedException("Mutations are not allowed here.", "MUTATION_NOT_ALLOWED");
                }
            }
            case SUBSCRIPTION ->
                throw new RequestRefusedException(
                        "A subscription needs a transport that carries a stream.", "SUBSCRIPTION_NOT_ALLOWED");
        }
    }
}
