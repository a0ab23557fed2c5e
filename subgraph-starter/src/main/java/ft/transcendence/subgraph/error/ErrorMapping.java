package ft.transcendence.subgraph.error;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import com.netflix.graphql.dgs.exceptions.MissingDgsEntityFetcherException;
import com.netflix.graphql.dgs.exceptions.MissingFederatedQueryArgument;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Turns what a data fetcher throws into a GraphQL error with a stable {@code extensions.code}. A
 * {@link ClientException} is shown as it is; everything else becomes {@link ErrorCode#INTERNAL_SERVER_ERROR} with an
 * {@code errorId}, under which the log has the cause.
 */
public final class ErrorMapping implements DataFetcherExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorMapping.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(toError(parameters)).build());
    }

    private static GraphQLError toError(DataFetcherExceptionHandlerParameters parameters) {
        return toError(
                parameters.getException(),
                GraphqlErrorBuilder.newError().path(parameters.getPath()).location(parameters.getSourceLocation()),
                parameters.getPath().toString());
    }

    /** The error that ends a subscription's stream. */
    static GraphQLError endOfStream(Throwable thrown) {
        return toError(thrown, GraphqlErrorBuilder.newError(), "a stream");
    }

    private static GraphQLError toError(Throwable thrown, GraphqlErrorBuilder<?> error, String place) {
        return switch (unwrapped(thrown)) {
            case ClientException refusal -> complete(error, refusal.code(), messageOf(refusal), Map.of());
            case AccessDeniedException _
            when isAnonymous() -> complete(error, ErrorCode.UNAUTHENTICATED, "Log in first.", Map.of());
            case AccessDeniedException _ -> complete(error, ErrorCode.FORBIDDEN, "This is not yours to do.", Map.of());
            case AuthenticationException _ -> complete(error, ErrorCode.UNAUTHENTICATED, "Log in first.", Map.of());
            // DGS converts arguments, such as ids to UUIDs, before it calls the fetcher
            case DgsInvalidInputArgumentException _, ConversionFailedException _ ->
                complete(error, ErrorCode.BAD_USER_INPUT, "An argument has an impossible value.", Map.of());
            case MissingDgsEntityFetcherException _, MissingFederatedQueryArgument _ ->
                complete(error, ErrorCode.BAD_USER_INPUT, "There are no entities of this type here.", Map.of());
            case QueryTimeoutException slow -> {
                log.warn("A statement took too long at {}: {}", place, slow.getMessage());
                yield complete(error, ErrorCode.TIMED_OUT, "Looking it up took too long.", Map.of());
            }
            case AbortExecutionException _ ->
                complete(error, ErrorCode.TOO_EXPENSIVE, "This is more than is told at once.", Map.of());
            case Throwable fault -> masked(error, fault, place);
        };
    }

    private static GraphQLError masked(GraphqlErrorBuilder<?> error, Throwable fault, String place) {
        String errorId = UUID.randomUUID().toString();
        log.error("Error {} at {}", errorId, place, fault);
        return complete(
                error,
                ErrorCode.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side.",
                Map.of("errorId", errorId));
    }

    private static GraphQLError complete(
            GraphqlErrorBuilder<?> error, ErrorCode code, String message, Map<String, Object> details) {
        return CodedError.of(error, code, message, details);
    }

    private static String messageOf(ClientException refusal) {
        String message = refusal.getMessage();
        return message == null ? refusal.code().name() : message;
    }

    private static boolean isAnonymous() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken;
    }

    /** What was thrown, without the wrappers of futures and reflection. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof InvocationTargetException;
        return wrapper && cause != null ? unwrapped(cause) : thrown;
    }
}
