package ft.transcendence.example;

import ft.transcendence.extension.ClientRequest;
import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.extension.SubgraphFetch;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationSummary;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Serves several tenants with one graph: the header {@code X-Tenant} says which. Its subgraphs learn the tenant, one of them has a
 * field that only the tenant "school" may see ({@code @policy(policies: [["school"]])}), and the tenant "beta" gets fields from
 * where they are moving to ({@code @override(label: "beta")}).
 */
final class TenantExtension implements GatewayExtension {
    private static final String HEADER = "x-tenant";
    private static final Set<String> TENANTS = Set.of("school", "beta", "public");

    @Override
    public void onRequest(ClientRequest request) {
        if (tenantOf(request).filter("beta"::equals).isPresent()) {
            request.activateOverrideLabel("beta");
        }
        tenantOf(request).ifPresent(tenant -> request.addResponseHeader(HEADER, tenant));
    }

    @Override
    public CompletionStage<Decision> onOperation(ClientRequest request, OperationSummary operation) {
        return CompletableFuture.completedFuture(tenantOf(request)
                .<Decision>map(tenant -> new Decision.Admitted(Set.of(tenant)))
                .orElseGet(() -> new Decision.Refused(
                        GraphQLResponse.Kind.REQUEST_ERROR, "Send the header X-Tenant", "TENANT_REQUIRED")));
    }

    @Override
    public FetchObserver onFetch(ClientRequest request, SubgraphFetch fetch) {
        tenantOf(request).ifPresent(tenant -> fetch.addHeader(HEADER, tenant));
        return FetchObserver.NONE;
    }

    private static Optional<String> tenantOf(ClientRequest request) {
        return request.header(HEADER).filter(TENANTS::contains);
    }
}
