package ft.transcendence.example.quarkus;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP. */
// tag::quarkus-resource[]
@Path("/graphql")
@Singleton
public final class GraphQLResource {

    private final FederationEngine engine;

    GraphQLResource(FederationEngine engine) {
        this.engine = engine;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/graphql-response+json")
    public CompletionStage<Response> execute(
            @Nullable Map<String, Object> body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        RequestContext.Builder context =
                RequestContext.builder().deadline(Instant.now().plusSeconds(10));
        if (authorization != null) {
            context.attribute("authorization", authorization);
        }
        return engine.execute(request(body), context.build())
                .thenApply(response -> Response.status(response.httpStatus())
                        .entity(response.bodyAsBytes())
                        .build());
    }

    private static GraphQLRequest request(@Nullable Map<String, Object> body) {
        try {
            return GraphQLRequest.fromJson(body);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequestException(malformed.getMessage(), malformed);
        }
    }
}
// end::quarkus-resource[]
