package ft.transcendence.auth.fortytwo;

import java.io.IOException;
import java.util.Optional;

/** {@code GET /v2/me}: the profile of the token's student. */
final class ProfileEndpoint {

    private final TokenStore tokens;

    ProfileEndpoint(TokenStore tokens) {
        this.tokens = tokens;
    }

    void handle(HttpCall call) throws IOException {
        Optional<Student> student = tokens.studentOf(call.bearerToken());
        if (student.isEmpty()) {
            call.oauthError(401, "invalid_token", "The access token is unknown or expired.");
            return;
        }
        if (student.get().scenario() == Scenario.RATE_LIMITED) {
            call.header("Retry-After", "1");
            call.oauthError(429, "too_many_requests", "Spam rate limit exceeded.");
            return;
        }
        call.json(200, student.get().profile());
    }
}
