package ft.transcendence.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.session.Session;

/** A session that gateways share. It holds the tokens of one login and nothing else, so its stored form has a fixed shape. */
final class SharedSession implements Session {
    private final Instant createdAt;
    private @Nullable String storedId;
    private String id;
    private @Nullable OAuth2AuthorizedClient tokens;
    private boolean changed;
    private Instant lastAccess;
    private Duration maxIdle;

    private SharedSession(
            @Nullable String storedId,
            String id,
            @Nullable OAuth2AuthorizedClient tokens,
            Instant createdAt,
            Instant lastAccess,
            Duration maxIdle) {
        this.storedId = storedId;
        this.id = id;
        this.tokens = tokens;
        this.createdAt = createdAt;
        this.lastAccess = lastAccess;
        this.maxIdle = maxIdle;
    }

    static SharedSession begin(Instant now, Duration maxIdle) {
        return new SharedSession(null, newId(), null, now, now, maxIdle);
    }

    static SharedSession stored(
            String id, OAuth2AuthorizedClient tokens, Instant createdAt, Instant now, Duration maxIdle) {
        return new SharedSession(id, id, tokens, createdAt, now, maxIdle);
    }

    /** The id under which it is stored; null while it is not. */
    @Nullable String storedId() {
        return storedId;
    }

    @Nullable OAuth2AuthorizedClient tokens() {
        return tokens;
    }

    /** It is now stored as it is. */
    void markStored() {
        storedId = id;
        changed = false;
    }

    /** Whether it differs from what is stored. */
    boolean isChanged() {
        return changed || !id.equals(storedId);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = newId();
        return id;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the interface declares no type variable that may be null
    public <T> @Nullable T getAttribute(String name) {
        return name.equals(SessionTokenRepository.ATTRIBUTE) ? (T) tokens : null;
    }

    @Override
    public Set<String> getAttributeNames() {
        return tokens == null ? Set.of() : Set.of(SessionTokenRepository.ATTRIBUTE);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (!name.equals(SessionTokenRepository.ATTRIBUTE)) {
            throw new IllegalArgumentException("A shared session keeps tokens only, not " + name);
        }
        tokens = (OAuth2AuthorizedClient) value;
        changed = true;
    }

    @Override
    public void removeAttribute(String name) {
        if (name.equals(SessionTokenRepository.ATTRIBUTE)) {
            setAttribute(name, null);
        }
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        lastAccess = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccess;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        maxIdle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return maxIdle;
    }

    /** Never: Redis forgets expired sessions. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
