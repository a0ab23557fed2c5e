package ft.transcendence.subgraph.error;

import graphql.ExecutionResultImpl;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the error of a rejected subscription, with its code, as the only event of the stream. Spring GraphQL would
 * replace it with an error of its own.
 */
final class SubscriptionErrorInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Mono<WebGraphQlResponse> response = chain.next(request);
        String accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                ? response.map(SubscriptionErrorInterceptor::asStream)
                : response;
    }

    private static WebGraphQlResponse asStream(WebGraphQlResponse response) {
        if (response.getData() instanceof Publisher || response.getErrors().isEmpty()) {
            return response;
        }
        ExecutionResultImpl refusal =
                new ExecutionResultImpl(response.getExecutionResult().getErrors());
        return response.transform(stream -> stream.data(Flux.just(refusal)));
    }
}
