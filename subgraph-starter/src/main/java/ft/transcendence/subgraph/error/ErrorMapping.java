package ft.transcendence.subgraph.error;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import com.netflix.graphql.dgs.exceptions.MissingDgsEntityFetcherException;
import com.netflix.graphql.dgs.exceptions.MissingFederatedQueryArgument;
import ft.transcendence.platform.process.LogThrottle;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Maps exceptions of data fetchers to GraphQL errors with a stable {@code extensions.code}. A {@link ClientException}
 * is passed on, and a {@link DatabaseFailure} is reduced to its code. Everything else becomes {@link
 * ErrorCode#INTERNAL_SERVER_ERROR} with an {@code errorId}, which is logged with the exception.
 */
final class ErrorMapping implements DataFetcherExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorMapping.class);

    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final LogThrottle failures;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    ErrorMapping(LongSupplier nanoTime) {
        this.failures = new LogThrottle(LOG_INTERVAL, nanoTime);
    }

    /**
     * Where an exception was thrown.
     *
     * @param name the name for the log
     * @param mayHaveChanged whether data may have been changed nevertheless
     * @param faults the exceptions of this execution that were already logged, with their ids, since all fields of a
     *     batch fail with the same one
     */
    private record ErrorSite(String name, boolean mayHaveChanged, Map<Throwable, String> faults) {

        static ErrorSite of(DataFetcherExceptionHandlerParameters parameters) {
            DataFetchingEnvironment environment = parameters.getDataFetchingEnvironment();
            return new ErrorSite(
                    parameters.getPath().toString(),
                    environment.getOperationDefinition().getOperation() == Operation.MUTATION,
                    environment
                            .getGraphQlContext()
                            .computeIfAbsent(
                                    ErrorMapping.class, _ -> Collections.synchronizedMap(new IdentityHashMap<>())));
        }
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(toError(parameters)).build());
    }

    private GraphQLError toError(DataFetcherExceptionHandlerParameters parameters) {
        return toError(
                parameters.getException(),
                GraphqlErrorBuilder.newError().path(parameters.getPath()).location(parameters.getSourceLocation()),
                ErrorSite.of(parameters));
    }

    /** The error that ends the stream of a subscription. */
    GraphQLError endOfStream(Throwable thrown) {
        return toError(
                thrown, GraphqlErrorBuilder.newError(), new ErrorSite("a stream", false, new IdentityHashMap<>()));
    }

    private GraphQLError toError(Throwable thrown, GraphqlErrorBuilder<?> error, ErrorSite site) {
        return switch (unwrap(thrown)) {
            case ClientException refusal -> complete(error, refusal.code(), messageOf(refusal), Map.of());
            case AccessDeniedException _
            when isAnonymous() -> complete(error, ErrorCode.UNAUTHENTICATED, "Log in first.", Map.of());
            case AccessDeniedException _ ->
                complete(error, ErrorCode.FORBIDDEN, "You do not have permission to do this.", Map.of());
            case AuthenticationException _ -> complete(error, ErrorCode.UNAUTHENTICATED, "Log in first.", Map.of());
            // DGS converts arguments, such as ids to UUIDs, before it calls the fetcher
            case DgsInvalidInputArgumentException _, ConversionFailedException _ ->
                complete(error, ErrorCode.BAD_USER_INPUT, "An argument has an invalid value.", Map.of());
            case MissingDgsEntityFetcherException _, MissingFederatedQueryArgument _ ->
                complete(error, ErrorCode.BAD_USER_INPUT, "This subgraph has no entities of this type.", Map.of());
            case AbortExecutionException _ ->
                complete(
                        error, ErrorCode.TOO_EXPENSIVE, "The request exceeds a limit. Ask for less at once.", Map.of());
            case Throwable fault ->
                DatabaseFailure.of(fault)
                        .map(failure -> databaseFailure(error, failure, site))
                        .orElseGet(() -> maskedError(error, fault, site));
        };
    }

    /**
     * The message does not claim that a change failed: if the connection broke during the commit, it may have
     * succeeded.
     */
    private GraphQLError databaseFailure(GraphqlErrorBuilder<?> error, DatabaseFailure failure, ErrorSite site) {
        failures.tryLog(failure.code().name())
                .ifPresent(suppressed -> log.warn(
                        "Database failure ({}) at {}: {}; {} similar messages suppressed",
                        failure.code(),
                        site.name(),
                        failure.reason(),
                        suppressed));
        String message =
                failure.code() == ErrorCode.TIMED_OUT ? "This took too long." : "This is temporarily unavailable.";
        String advice = site.mayHaveChanged()
                ? " The change may or may not have been made: check before you try again."
                : " Try again.";
        return complete(error, failure.code(), message + advice, Map.of());
    }

    private static GraphQLError maskedError(GraphqlErrorBuilder<?> error, Throwable fault, ErrorSite site) {
        String errorId = site.faults().computeIfAbsent(fault, _ -> {
            String id = UUID.randomUUID().toString();
            log.error("Error {} at {}", id, site.name(), fault);
            return id;
        });
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

    /** The exception without the wrappers of futures and reflection. */
    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof InvocationTargetException;
        return wrapper && cause != null ? unwrap(cause) : thrown;
    }
}
