package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.sharedstate.SharedStateUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Invalidates what the cache keeps, on the management port: {@code POST /actuator/cacheinvalidation}. */
@Component
@WebEndpoint(id = "cacheinvalidation")
public final class CacheInvalidationEndpoint {
    private final ResponseCache cache;

    CacheInvalidationEndpoint(ResponseCache cache) {
        this.cache = cache;
    }

    /**
     * The outcome of a request.
     *
     * @param status 204; 400 if the request is not clear, 404 if there is no cache, 503 if Redis is away
     * @param problem null if there is none
     */
    public record Outcome(int status, @Nullable String problem) {
        /** The problem as JSON; empty if there is none. */
        public byte[] body() {
            return problem == null ? new byte[0] : Json.bytes(Map.of("problem", problem));
        }
    }

    /** Invalidates what a JSON object names. */
    public Mono<Outcome> invalidate(byte[] body) {
        return invalidate(members(body));
    }

    private static Map<String, ?> members(byte[] body) {
        try {
            Map<String, @Nullable Object> members = new HashMap<>();
            if (Json.value(body, 0, body.length) instanceof Map<?, ?> object) {
                object.forEach((name, value) -> members.put(String.valueOf(name), value));
            }
            return members;
        } catch (JacksonException malformed) {
            return Map.of();
        }
    }

    /** Invalidates what these members name; see {@link ResponseCache#invalidate}. */
    private Mono<Outcome> invalidate(Map<String, ?> request) {
        if (!cache.isEnabled()) {
            return Mono.just(new Outcome(404, "Nothing is kept: gateway.cache.enabled is false"));
        }
        CompletableFuture<@Nullable Void> invalidation;
        try {
            invalidation = cache.invalidate(request);
        } catch (IllegalArgumentException unclear) {
            return Mono.just(new Outcome(400, unclear.getMessage()));
        }
        return Mono.fromFuture(invalidation)
                .then(Mono.just(new Outcome(204, null)))
                .onErrorReturn(
                        CacheInvalidationEndpoint::isOutage,
                        new Outcome(503, "Redis did not confirm it; what is kept may still be used"));
    }

    private static boolean isOutage(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof SharedStateUnavailableException;
    }

    /** The same for the actuator, which passes nothing but text. */
    @WriteOperation
    public Mono<WebEndpointResponse<Map<String, String>>> invalidate(
            @Nullable String subgraph, @Nullable String type, @Nullable String key, @Nullable String tag) {
        Map<String, String> request = new HashMap<>();
        putIfPresent("subgraph", subgraph, request);
        putIfPresent("type", type, request);
        putIfPresent("key", key, request);
        putIfPresent("tag", tag, request);
        return invalidate(request)
                .map(outcome -> outcome.problem() == null
                        ? new WebEndpointResponse<>(outcome.status())
                        : new WebEndpointResponse<>(Map.of("problem", outcome.problem()), outcome.status()));
    }

    private static void putIfPresent(String name, @Nullable String value, Map<String, String> request) {
        if (value != null) {
            request.put(name, value);
        }
    }
}
