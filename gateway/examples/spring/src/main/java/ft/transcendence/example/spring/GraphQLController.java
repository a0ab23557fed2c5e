package ft.transcendence.example.spring;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** GraphQL over HTTP. If the client disconnects, the calls of subgraphs are cancelled. */
// tag::spring-controller[]
@RestController
final class GraphQLController {

    private final FederationEngine engine;

    GraphQLController(FederationEngine engine) {
        this.engine = engine;
    }

    @PostMapping(path = "/graphql", produces = "application/graphql-response+json")
    Mono<ResponseEntity<byte[]>> execute(
            @RequestBody Map<String, Object> body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        GraphQLRequest request = GraphQLRequest.fromJson(body);
        RequestContext.Builder context =
                RequestContext.builder().deadline(Instant.now().plusSeconds(10));
        if (authorization != null) {
            context.attribute("authorization", authorization);
        }
        return Mono.fromFuture(() -> engine.execute(request, context.build()))
                .map(response -> ResponseEntity.status(response.httpStatus()).body(response.bodyAsBytes()));
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(IllegalArgumentException malformed) {
        return ResponseEntity.badRequest().body(malformed.getMessage());
    }
}
// end::spring-controller[]
