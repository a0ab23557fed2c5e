package ft.transcendence.gateway.error;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Responds to requests that failed in Spring's chain, in place of Spring Boot's error page. */
@Component
@Order(-1)
public final class ErrorPages implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        if (failure instanceof GatewayErrorException known) {
            return respond(exchange, known);
        }
        HttpStatusCode status =
                failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("A request failed inside the gateway", failure);
        }
        if (failure instanceof ErrorResponse known) {
            // such as Allow
            HttpHeaders headers = known.getHeaders();
            headers.forEach(
                    (name, values) -> exchange.getResponse().getHeaders().put(name, values));
        }
        return pageOf(status).respond(exchange);
    }

    private static Mono<Void> respond(ServerWebExchange exchange, GatewayErrorException known) {
        HttpStatusCode status = HttpStatusCode.valueOf(known.error().status());
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, GatewayError.RETRY_AFTER_OUTAGE);
        }
        return ErrorPage.of(status, known.error().name(), known.clientMessage()).respond(exchange);
    }

    private static ErrorPage pageOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ErrorPage.of(status, "NOT_FOUND", "There is nothing at this address");
            case 405 -> ErrorPage.of(status, "METHOD_NOT_ALLOWED", "This address does not support that method");
            case 406 ->
                ErrorPage.of(status, "NOT_ACCEPTABLE", "There is no representation that you accept at this address");
            case 413 -> ErrorPage.of(status, "REQUEST_TOO_LARGE", "The request is too large");
            case 415 -> ErrorPage.of(status, "UNSUPPORTED_MEDIA_TYPE", "This content type is not supported");
            case 502, 503, 504 ->
                ErrorPage.of(status, "UNAVAILABLE", "This page is unavailable; try again in a moment");
            default ->
                status.is5xxServerError()
                        ? ErrorPage.of(status, "INTERNAL_ERROR", "Something went wrong on our side")
                        : ErrorPage.of(status, "MALFORMED_REQUEST", "The request is malformed");
        };
    }
}
