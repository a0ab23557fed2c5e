package ft.transcendence.gateway.identity;

import ft.transcendence.gateway.identity.RequestCaller.Login;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The sessions that the identity provider has ended, so that their tokens are good for nothing although they have not expired.
 *
 * <p>What is kept is what ended, not who is logged in: nothing has to be searched for or kept in step with the browsers' sessions, a
 * session that ends while its login is still under way is over as well, and so is a copy of its access token. An entry is needed for
 * as long as an access token of the session may live; the provider issues no more of them. What no longer has room is over as well.
 */
@Component
public final class EndedSessions {
    /** Far longer than the five minutes an access token lives. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Some 20 MB. */
    private static final int MOST = 100_000;

    /** By a session's id or a user's: tokens issued at this time or before are over. */
    private final EndTimes ends;

    /** Who waits for an end, by a session's id or a user's. */
    private final ConcurrentMap<String, Set<Sinks.One<Boolean>>> waiting = new ConcurrentHashMap<>();

    @Autowired
    public EndedSessions(InstantSource clock) {
        this(clock, MOST);
    }

    EndedSessions(InstantSource clock, int most) {
        this.ends = new EndTimes(clock, REMEMBERED, most);
    }

    /** Ends one session. */
    public void end(String session) {
        ends.put(session, Instant.MAX);
        tell(session);
    }

    /** Ends all sessions of a user that have begun by then. Doing it again ends none that began since. */
    public void endAllOf(String subject, Instant until) {
        ends.put(subject, until);
        tell(subject);
    }

    /** Whether the session that the caller's token was issued for is over. */
    public boolean contain(RequestCaller caller) {
        Login login = caller.login();
        return login != null
                && (ends.areForgottenSince(login.issuedAt())
                        || isOver(caller.subject(), login)
                        || isOver(login.session(), login));
    }

    private boolean isOver(@Nullable String key, Login login) {
        Instant end = key == null ? null : ends.of(key);
        return end != null && !login.issuedAt().isAfter(end);
    }

    /** Gives a value when the caller's session ends; never for callers without one. */
    public Mono<Boolean> endOf(RequestCaller caller) {
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
            if (contain(caller)) {
                end.tryEmitValue(true);
            }
            return end.asMono().doFinally(signal -> keys.forEach(key -> forget(key, end)));
        });
    }

    private void await(String key, Sinks.One<Boolean> end) {
        waiting.compute(key, (same, ends) -> {
            Set<Sinks.One<Boolean>> all = ends == null ? ConcurrentHashMap.newKeySet(1) : ends;
            all.add(end);
            return all;
        });
    }

    private void forget(String key, Sinks.One<Boolean> end) {
        waiting.computeIfPresent(key, (same, ends) -> {
            ends.remove(end);
            return ends.isEmpty() ? null : ends;
        });
    }

    private void tell(String key) {
        // a copy: those who are told take themselves out
        List.copyOf(waiting.getOrDefault(key, Set.of())).forEach(end -> end.tryEmitValue(true));
    }

    /** How many ends are remembered, for tests. */
    int remembered() {
        return ends.size();
    }

    /** How many streams wait, for tests. */
    int waiting() {
        return waiting.size();
    }
}
