package ft.transcendence.subgraph.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Adds a code to the errors of requests that were not executed. GraphQL's own validation, such as that of variables,
 * does not set one.
 */
final class RequestErrorInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(RequestErrorInterceptor::withCodes);
    }

    private static WebGraphQlResponse withCodes(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (response.getExecutionResult().isDataPresent() || errors.isEmpty()) {
            return response;
        }
        return response.transform(coded -> coded.errors(
                errors.stream().map(RequestErrorInterceptor::withCode).toList()));
    }

    private static GraphQLError withCode(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey(CodedError.CODE)) {
            return error;
        }
        return CodedError.of(
                GraphqlErrorBuilder.newError().locations(error.getLocations()).errorType(error.getErrorType()),
                ErrorCode.BAD_USER_INPUT,
                error.getMessage(),
                Map.of());
    }
}
