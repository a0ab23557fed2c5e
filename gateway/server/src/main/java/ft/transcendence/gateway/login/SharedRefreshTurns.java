package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.sharedstate.SharedState;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes turns with other gateways by a lock in Redis. Whoever gets it reads the session first, because another gateway may have
 * refreshed it just before; the others read the session until its tokens have changed. A lock is released when the tokens are saved,
 * and expires when its gateway dies. Should Redis lose a lock, the provider refuses the second use of the refresh token, and the player
 * has to log in again.
 */
final class SharedRefreshTurns implements RefreshTurns {
    private static final Duration POLL = Duration.ofMillis(50);
    /** Deletes a lock only if it is still one's own. */
    private static final String RELEASE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

    private final SharedState state;
    private final SharedSessionRepository sessions;
    private final Duration longest;
    private final Scheduler scheduler;

    /** @param longest how long a refresh takes at most */
    SharedRefreshTurns(SharedState state, SharedSessionRepository sessions, Duration longest, Scheduler scheduler) {
        this.state = state;
        this.sessions = sessions;
        this.longest = longest;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<OAuth2AuthorizedClient> take(
            String session, OAuth2AuthorizedClient tokens, Mono<OAuth2AuthorizedClient> refresh) {
        String lock = sessions.keyOf(session) + ":refresh";
        byte[] owner = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return attempt(session, tokens, refresh, lock, owner)
                .repeatWhenEmpty(attempts -> attempts.delayElements(POLL, scheduler))
                .timeout(
                        longest.plus(state.properties().timeout()),
                        Mono.error(() -> new GatewayErrorException(GatewayError.IDENTITY_PROVIDER_UNAVAILABLE)),
                        scheduler);
    }

    /** Empty while another gateway has the lock and has not saved new tokens yet. */
    private Mono<OAuth2AuthorizedClient> attempt(
            String session,
            OAuth2AuthorizedClient tokens,
            Mono<OAuth2AuthorizedClient> refresh,
            String lock,
            byte[] owner) {
        return state.connection()
                .call(
                        SharedUse.SESSIONS,
                        commands ->
                                commands.set(lock, owner, SetArgs.Builder.nx().px(longest)))
                .onErrorMap(SharedSessionRepository::unavailable)
                .hasElement()
                .flatMap(locked -> locked
                        ? Mono.usingWhen(
                                Mono.just(lock),
                                own -> refreshedElsewhere(session, tokens).switchIfEmpty(refresh),
                                own -> release(own, owner))
                        : refreshedElsewhere(session, tokens));
    }

    /** The session's tokens, if they are no longer these. */
    private Mono<OAuth2AuthorizedClient> refreshedElsewhere(String session, OAuth2AuthorizedClient tokens) {
        return sessions.findById(session)
                .switchIfEmpty(Mono.error(() -> new InvalidCredentialsException("The login session has ended", null)))
                .mapNotNull(SharedSession::tokens)
                .filter(current -> !current.getAccessToken()
                        .getTokenValue()
                        .equals(tokens.getAccessToken().getTokenValue()));
    }

    private Mono<Void> release(String lock, byte[] owner) {
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.<Long>eval(
                                RELEASE, ScriptOutputType.INTEGER, new String[] {lock}, owner)
                        .then())
                // it expires
                .onErrorComplete();
    }
}
