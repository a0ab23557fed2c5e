package ft.transcendence.gateway.identity;

import ft.transcendence.federation.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Turns the claims of one issuer's verified tokens into callers. */
sealed interface CallerClaims {
    CallerIdentity callerOf(Jwt token);

    /**
     * Tokens of the provider that browsers log in with. The engine's scopes are the realm's roles: OAuth scopes, which clients may
     * request for themselves, grant nothing. It tells the gateway when a session ends.
     */
    record OfLoginProvider() implements CallerClaims {
        private static final ClaimPath ROLES = new ClaimPath("realm_access.roles");

        @Override
        public CallerIdentity callerOf(Jwt token) {
            return new CallerIdentity(
                    Caller.authenticated(Set.copyOf(ROLES.textsIn(token.getClaims()))),
                    Objects.requireNonNull(token.getSubject()),
                    null,
                    Objects.requireNonNull(token.getExpiresAt()),
                    new CallerIdentity.Login(token.getClaimAsString("sid"), issueOf(token)),
                    List.of());
        }

        /** When the token was issued; the epoch when it does not say. */
        private static Instant issueOf(Jwt token) {
            Instant issuedAt = token.getIssuedAt();
            return issuedAt == null ? Instant.EPOCH : issuedAt;
        }
    }

    /** Tokens of any other issuer. The subject has the issuer's name in front, since issuers may give the same id to two users. */
    record OfIssuer(String name, ClaimPath subject, List<ClaimPath> scopes, List<HeaderRule> headers)
            implements CallerClaims {
        private static final Pattern SPACES = Pattern.compile("\\s+");
        /** A header's value cannot have them; {@code \t} is the only control character that may be in one. */
        private static final Pattern UNPRINTABLE = Pattern.compile("[^\\t\\x20-\\x7e]");

        private static final int LONGEST_HEADER = 4_096;

        /** A claim and the header that it becomes. */
        record HeaderRule(ClaimPath claim, String header) {}

        static OfIssuer of(IssuersProperties.Issuer issuer) {
            return new OfIssuer(
                    issuer.name(),
                    new ClaimPath(issuer.subjectClaim()),
                    issuer.scopes().stream().map(ClaimPath::new).toList(),
                    issuer.headers().stream()
                            .map(rule -> new HeaderRule(new ClaimPath(rule.claim()), rule.header()))
                            .toList());
        }

        @Override
        public CallerIdentity callerOf(Jwt token) {
            Map<String, Object> claims = token.getClaims();
            List<String> subjects = subject.textsIn(claims);
            if (subjects.size() != 1 || subjects.getFirst().isBlank()) {
                throw new BadJwtException("The token has no single " + subject.path());
            }
            return new CallerIdentity(
                    Caller.authenticated(scopesIn(claims)),
                    name + ":" + subjects.getFirst(),
                    null,
                    Objects.requireNonNull(token.getExpiresAt()),
                    null,
                    headersIn(claims));
        }

        private Set<String> scopesIn(Map<String, Object> claims) {
            Set<String> found = new HashSet<>();
            for (ClaimPath path : scopes) {
                if (path.in(claims) instanceof String text) {
                    found.addAll(Arrays.asList(SPACES.split(text.strip())));
                } else {
                    found.addAll(path.textsIn(claims));
                }
            }
            found.remove("");
            return Set.copyOf(found);
        }

        private List<ClaimHeader> headersIn(Map<String, Object> claims) {
            List<ClaimHeader> found = new ArrayList<>(headers.size());
            for (HeaderRule rule : headers) {
                String value = String.join(",", rule.claim().textsIn(claims));
                if (UNPRINTABLE.matcher(value).find() || value.length() > LONGEST_HEADER) {
                    throw new BadJwtException("The claim " + rule.claim().path() + " cannot be the value of a header");
                }
                if (!value.isEmpty()) {
                    found.add(new ClaimHeader(rule.header(), value));
                }
            }
            return List.copyOf(found);
        }
    }
}
