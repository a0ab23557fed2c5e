package ft.transcendence.subgraph.stream;

import graphql.ExecutionResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the head of the response to a subscription and hands the connection over to an {@link
 * EventStreamUpgradeHandler} for the events. Spring would keep the request open for as long as the stream lasts, which
 * takes ten times the memory.
 */
final class EventStreamHandler extends GraphQlSseHandler {

    /** The HTTP version that supports chunked transfer coding. */
    private static final String PROTOCOL = "HTTP/1.1";

    private final EventStreamRegistry streams;
    private final JsonMapper json;

    EventStreamHandler(WebGraphQlHandler engine, EventStreamRegistry streams, JsonMapper json) {
        super(engine);
        this.streams = streams;
        this.json = json;
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> execution) {
        if (!request.servletRequest().getProtocol().equals(PROTOCOL)) {
            return ServerResponse.status(HttpStatus.HTTP_VERSION_NOT_SUPPORTED).build();
        }
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONNECTION, "close")
                .header(HttpHeaders.TRANSFER_ENCODING, "chunked")
                .build((servletRequest, response) -> open(execution, servletRequest, response));
    }

    private @Nullable ModelAndView open(
            Mono<WebGraphQlResponse> execution, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Flux<byte[]> chunks = Flux.from(results(execution.blockOptional().orElseThrow()))
                .map(ExecutionResult::toSpecification)
                .onErrorResume(SubscriptionPublisherException.class, failure -> Mono.just(failure.toMap()))
                .map(result -> ServerSentEvent.next(json.writeValueAsBytes(result)));
        // from here on the connection is written to directly
        response.flushBuffer();
        request.upgrade(EventStreamUpgradeHandler.class).start(chunks, streams);
        return null;
    }

    private static Publisher<ExecutionResult> results(WebGraphQlResponse result) {
        return result.getData() instanceof Publisher<?> results
                ? Flux.from(results).cast(ExecutionResult.class)
                : Mono.just(result.getExecutionResult());
    }
}
