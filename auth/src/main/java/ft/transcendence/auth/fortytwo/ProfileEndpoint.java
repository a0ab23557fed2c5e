package ft.transcendence.auth.fortytwo;

import java.io.IOException;
import java.util.Optional;

/** {@code GET /v2/me}: the profile of the token's student. */
final class ProfileEndpoint {

    private final Grants grants;

    ProfileEndpoint(Grants grants) {
        this.grants = grants;
    }

    void handle(Exchange exchange) throws IOException {
        Optional<Student> student = grants.bearer(exchange.bearerToken());
        if (student.isEmpty()) {
            exchange.oauthError(401, "invalid_token", "The access token is unknown or expired.");
            return;
        }
        if (student.get().scenario() == Scenario.RATE_LIMITED) {
            exchange.header("Retry-After", "1");
            exchange.oauthError(429, "too_many_requests", "Spam rate limit exceeded.");
            return;
        }
        exchange.json(200, student.get().profile());
    }
}
