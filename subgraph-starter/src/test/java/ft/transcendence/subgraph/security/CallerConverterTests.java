package ft.transcendence.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerConverterTests {

    private static final Instant ISSUED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LOGGED_IN = ISSUED.minus(Duration.ofHours(2));

    private final CallerConverter converter = new CallerConverter(new TokenProperties(
            "https://id.example/realms/transcendence",
            null,
            "transcendence",
            Set.of("gateway", "cli", "game-server"),
            Set.of("cli"),
            Duration.ZERO,
            100));

    @Test
    void usesTheLoginTimeAndNotTheTimeOfIssue() {
        assertThat(caller("gateway", Map.of("auth_time", LOGGED_IN.getEpochSecond()))
                        .authenticatedAt())
                .contains(LOGGED_IN);
        assertThat(caller("cli", Map.of("auth_time", LOGGED_IN.getEpochSecond()))
                        .authenticatedAt())
                .contains(LOGGED_IN);
    }

    @Test
    void usesTheTimeOfIssueForThePasswordGrant() {
        assertThat(caller("cli", Map.of()).authenticatedAt()).contains(ISSUED);
    }

    @Test
    void hasNoLoginTimeIfTheTokenHasNone() {
        assertThat(caller("gateway", Map.of()).authenticatedAt()).isEmpty();
        assertThat(caller("game-server", Map.of()).authenticatedAt()).isEmpty();
    }

    private Caller caller(String authorizedParty, Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject(UUID.randomUUID().toString())
                .claim("azp", authorizedParty)
                .issuedAt(ISSUED)
                .claims(all -> all.putAll(claims))
                .build();
        return ((CallerAuthentication) converter.convert(token)).getPrincipal();
    }
}
