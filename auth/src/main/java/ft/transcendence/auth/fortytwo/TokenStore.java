package ft.transcendence.auth.fortytwo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The issued codes and access tokens: a code is valid once and for ten minutes, a token for two hours. */
final class TokenStore {

    static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    static final Duration TOKEN_LIFETIME = Duration.ofHours(2);

    private record Code(Student student, String redirectUri, Instant expires) {}

    private record Token(Student student, Instant expires) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    TokenStore(Clock clock) {
        this.clock = clock;
    }

    String issueCode(Student student, String redirectUri) {
        String code = randomHex();
        codes.put(code, new Code(student, redirectUri, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** The student for whom the code was issued; empty if it is unknown, used, expired or was issued for another redirect URI. */
    Optional<Student> redeem(String code, String redirectUri) {
        return Optional.ofNullable(codes.remove(code))
                .filter(issued -> clock.instant().isBefore(issued.expires()))
                .filter(issued -> issued.redirectUri().equals(redirectUri))
                .map(Code::student);
    }

    String issueToken(Student student) {
        String token = randomHex();
        tokens.put(token, new Token(student, clock.instant().plus(TOKEN_LIFETIME)));
        return token;
    }

    Optional<Student> studentOf(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(issued -> clock.instant().isBefore(issued.expires()))
                .map(Token::student);
    }

    private String randomHex() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
