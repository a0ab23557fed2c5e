package ft.transcendence.gateway.http;

import ft.transcendence.gateway.protection.Protection;
import ft.transcendence.gateway.protection.Protections;
import java.util.List;
import org.springframework.stereotype.Component;

/** What protects the endpoint from its clients. */
@Component
final class EndpointProtections implements Protections {
    private final GraphQLHttpProperties http;
    private final RateLimitProperties rateLimit;

    EndpointProtections(GraphQLHttpProperties http, RateLimitProperties rateLimit) {
        this.http = http;
        this.rateLimit = rateLimit;
    }

    @Override
    public List<Protection> protections() {
        return List.of(
                Protection.of(!http.introspection(), "introspection refused"),
                Protection.of(!http.queryPlan(), "query plans hidden"),
                Protection.of(
                        rateLimit.enabled(),
                        "rate limit",
                        rateLimit.perSecond() + " operations a second, " + rateLimit.burst() + " at once"),
                Protection.of(
                        http.allowedOrigins().isEmpty(),
                        "pages of other origins refused",
                        "no gateway.http.allowed-origins"));
    }
}
