package ft.transcendence.auth.fortytwo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /oauth/token}: exchanges a code for an access token; the client authenticates in the form ({@code client_secret_post}). */
final class TokenEndpoint {

    private static final Duration SECRET_VALID = Duration.ofDays(20);

    private final FortyTwoApplication application;
    private final TokenStore tokens;
    private final Clock clock;

    TokenEndpoint(FortyTwoApplication application, TokenStore tokens, Clock clock) {
        this.application = application;
        this.tokens = tokens;
        this.clock = clock;
    }

    void handle(HttpCall call) throws IOException {
        if (!call.is("POST")) {
            call.oauthError(405, "invalid_request", "Use POST to request a token.");
            return;
        }
        Map<String, String> form = call.form();
        if (!isTheApplication(form)) {
            call.oauthError(401, "invalid_client", "Client authentication failed.");
            return;
        }
        if (!"authorization_code".equals(form.get("grant_type"))) {
            call.oauthError(400, "unsupported_grant_type", "Only authorization_code is supported.");
            return;
        }
        Optional<Student> student = tokens.redeem(form.getOrDefault("code", ""), form.getOrDefault("redirect_uri", ""));
        if (student.isEmpty()) {
            call.oauthError(
                    400, "invalid_grant", "The code is unknown, used, expired or was issued for another redirect_uri.");
            return;
        }
        if (student.get().scenario() == Scenario.SECRET_EXPIRED) {
            call.oauthError(401, "invalid_client", "The client secret has expired.");
            return;
        }
        call.json(200, token(student.get()));
    }

    private boolean isTheApplication(Map<String, String> form) {
        return application.clientId().equals(form.get("client_id"))
                && MessageDigest.isEqual(
                        application.clientSecret().getBytes(StandardCharsets.UTF_8),
                        form.getOrDefault("client_secret", "").getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> token(Student student) {
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("access_token", tokens.issueToken(student));
        token.put("token_type", "bearer");
        token.put("expires_in", TokenStore.TOKEN_LIFETIME.toSeconds());
        token.put("scope", "public");
        token.put("created_at", clock.instant().getEpochSecond());
        token.put("secret_valid_until", clock.instant().plus(SECRET_VALID).getEpochSecond());
        return token;
    }
}
