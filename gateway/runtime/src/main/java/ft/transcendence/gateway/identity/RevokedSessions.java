package ft.transcendence.gateway.identity;

import ft.transcendence.gateway.identity.CallerIdentity.Login;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The sessions that the identity provider has ended. Their tokens are refused although they have not expired.
 *
 * <p>Only revocations are kept, not logins: there is nothing to search or to keep in step with the browsers' sessions, and a
 * session that ends during its login is revoked too, as is every copy of its access token. An entry is needed as long as an
 * access token of the session may live, since the provider issues no more of them.
 */
@Component
public final class RevokedSessions {
    /** Far longer than the five minutes an access token lives. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    /** Some 20 MB. */
    static final int MAX_ENTRIES = 100_000;

    private final InstantSource clock;
    /** By a session's id or a user's: tokens issued at this time or before are revoked. */
    private final RevocationTimes revocations;

    /** Streams that wait for a revocation, by a session's id or a user's. */
    private final ConcurrentMap<String, Set<Sinks.One<Boolean>>> waiting = new ConcurrentHashMap<>();

    private volatile Consumer<Revocation> listener = revocation -> {};

    @Autowired
    public RevokedSessions(InstantSource clock) {
        this(clock, MAX_ENTRIES);
    }

    RevokedSessions(InstantSource clock, int maxEntries) {
        this.clock = clock;
        this.revocations = new RevocationTimes(clock, REMEMBERED, maxEntries);
    }

    /** From now on, tells this one of the sessions that are revoked here. */
    void onRevocation(Consumer<Revocation> newListener) {
        listener = newListener;
    }

    /** Revokes one session. */
    public void revoke(String session) {
        revokeHere(new Revocation(session, Instant.MAX, clock.instant()));
    }

    /** Revokes all sessions of a user that began until then. Repeating it revokes none that began since. */
    public void revokeAllOf(String subject, Instant until) {
        revokeHere(new Revocation(subject, until, clock.instant()));
    }

    private void revokeHere(Revocation revocation) {
        add(revocation);
        listener.accept(revocation);
    }

    /** Adds a revocation that this gateway or another one has received. */
    void add(Revocation revocation) {
        revocations.put(revocation);
        notifyWaiters(revocation.key());
    }

    /** Whether the session that the caller's token was issued for is revoked. */
    public boolean contains(CallerIdentity caller) {
        Login login = caller.login();
        return login != null
                && (revocations.mayHaveForgotten(login.issuedAt())
                        || isRevoked(caller.subject(), login)
                        || isRevoked(login.session(), login));
    }

    private boolean isRevoked(@Nullable String key, Login login) {
        Instant revoked = key == null ? null : revocations.of(key);
        return revoked != null && !login.issuedAt().isAfter(revoked);
    }

    /** Emits a value when the caller's session is revoked; never for callers without one. */
    public Mono<Boolean> revocationOf(CallerIdentity caller) {
        Login login = caller.login();
        if (login == null) {
            return Mono.never();
        }
        List<String> keys = Stream.of(caller.subject(), login.session())
                .filter(key -> key != null)
                .map(String::valueOf)
                .toList();
        return Mono.defer(() -> {
            Sinks.One<Boolean> end = Sinks.one();
            keys.forEach(key -> await(key, end));
            if (contains(caller)) {
                end.tryEmitValue(true);
            }
            return end.asMono().doFinally(signal -> keys.forEach(key -> forget(key, end)));
        });
    }

    private void await(String key, Sinks.One<Boolean> end) {
        waiting.compute(key, (same, waiters) -> {
            Set<Sinks.One<Boolean>> all = waiters == null ? ConcurrentHashMap.newKeySet(1) : waiters;
            all.add(end);
            return all;
        });
    }

    private void forget(String key, Sinks.One<Boolean> end) {
        waiting.computeIfPresent(key, (same, waiters) -> {
            waiters.remove(end);
            return waiters.isEmpty() ? null : waiters;
        });
    }

    private void notifyWaiters(String key) {
        // a copy: notified waiters remove themselves
        List.copyOf(waiting.getOrDefault(key, Set.of())).forEach(end -> end.tryEmitValue(true));
    }

    /** The number of revocations kept, for tests. */
    int remembered() {
        return revocations.size();
    }

    /** The number of keys that streams wait for, for tests. */
    int waiting() {
        return waiting.size();
    }
}
