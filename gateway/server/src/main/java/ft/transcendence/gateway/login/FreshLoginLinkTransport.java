package ft.transcendence.gateway.login;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.SubgraphTransport;
import ft.transcendence.gateway.network.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds the address of the login to errors of subgraphs with the code {@code FRESH_LOGIN_REQUIRED}, as {@code extensions.login}.
 * Subgraphs know neither the gateway's address nor its login. Only mutations require a fresh login.
 */
@Component
@Primary
@Profile("!standalone")
final class FreshLoginLinkTransport implements SubgraphTransport {
    private static final String CODE = "FRESH_LOGIN_REQUIRED";

    private final SubgraphTransport transport;
    private final String address;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Without a public address the link is a path, which clients resolve against the endpoint's address. */
    @Autowired
    FreshLoginLinkTransport(@Qualifier("httpSubgraphTransport") SubgraphTransport transport, PublicAddress address) {
        this.transport = transport;
        this.address = address.url() + LoginRequestResolver.PATH + "?fresh=true";
    }

    @Override
    public CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        CompletableFuture<SubgraphResponse> call = transport.send(request);
        if (request.kind() != OperationKind.MUTATION) {
            return call;
        }
        CompletableFuture<SubgraphResponse> linked = call.thenApply(this::withAddress);
        linked.whenComplete((response, failure) -> {
            if (linked.isCancelled()) {
                call.cancel(false);
            }
        });
        return linked;
    }

    @Override
    public boolean readsEntities() {
        return transport.readsEntities();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        return transport.subscribe(request);
    }

    private SubgraphResponse withAddress(SubgraphResponse response) {
        if (!new String(response.body(), StandardCharsets.UTF_8).contains(CODE)) {
            return response;
        }
        try {
            JsonNode body = json.readTree(response.body());
            body.path("errors").forEach(this::addAddress);
            return new SubgraphResponse(response.status(), json.writeValueAsBytes(body));
        } catch (JacksonException malformed) {
            return response; // left to the engine
        }
    }

    private void addAddress(JsonNode error) {
        if (error.path("extensions") instanceof ObjectNode extensions
                && extensions.path("code").asString("").equals(CODE)) {
            extensions.put("login", address);
        }
    }
}
