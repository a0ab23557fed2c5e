package ft.transcendence.gateway.login;

import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.sharedstate.SharedState;
import ft.transcendence.gateway.sharedstate.SharedStateUnavailableException;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.lettuce.core.GetExArgs;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.session.ReactiveSessionRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps sessions in Redis, each as one value under the hash of its id. One command reads a session and postpones its expiry, and one
 * writes it only if it is still there: a session that another gateway has ended cannot come back.
 *
 * <p>Beside them, each player has a set of the keys of their sessions, for {@link SharedSessionLimiter}. A save, which happens at least
 * at every refresh, keeps it alive.
 */
final class SharedSessionRepository implements ReactiveSessionRepository<SharedSession> {
    private final SharedState state;
    private final SessionCodec codec;
    private final Duration maxIdle;
    private final InstantSource clock;
    private final Scheduler scheduler;

    /**
     * @param maxIdle how long a session lives without being used
     * @param scheduler continues with a session that was read, so that Redis's threads do nothing else
     */
    SharedSessionRepository(
            SharedState state, SessionCodec codec, Duration maxIdle, InstantSource clock, Scheduler scheduler) {
        this.state = state;
        this.codec = codec;
        this.maxIdle = maxIdle;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The id is a secret, which nobody who can read Redis needs to know. */
    String keyOf(String id) {
        return state.key("session:" + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(id)));
    }

    /** The key of the set of a player's sessions. */
    String indexOf(String player) {
        return state.key("player:" + player);
    }

    @Override
    public Mono<SharedSession> createSession() {
        return Mono.fromSupplier(() -> SharedSession.begin(clock.instant(), maxIdle));
    }

    @Override
    public Mono<SharedSession> findById(String id) {
        String key = keyOf(id);
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.getex(key, GetExArgs.Builder.px(maxIdle)))
                .onErrorMap(SharedSessionRepository::unavailable)
                .publishOn(scheduler)
                .flatMap(stored -> Mono.justOrEmpty(codec.decode(key, stored)))
                .map(content ->
                        SharedSession.stored(id, content.tokens(), content.createdAt(), clock.instant(), maxIdle));
    }

    @Override
    public Mono<Void> save(SharedSession session) {
        OAuth2AuthorizedClient tokens = session.tokens();
        if (!session.isChanged()) {
            return Mono.empty();
        }
        if (tokens == null) {
            return session.storedId() == null ? Mono.empty() : deleteById(session.storedId());
        }
        String storedId = session.storedId();
        boolean kept = session.getId().equals(storedId);
        Mono<Void> written =
                write(session, tokens, kept ? SetArgs.Builder.xx().px(maxIdle) : SetArgs.Builder.px(maxIdle));
        Mono<Void> renamed = kept || storedId == null ? written : written.then(deleteById(storedId));
        return renamed.doOnSuccess(done -> session.markStored());
    }

    private Mono<Void> write(SharedSession session, OAuth2AuthorizedClient tokens, SetArgs arguments) {
        String key = keyOf(session.getId());
        byte[] value = codec.encode(key, new SessionCodec.Content(tokens, session.getCreationTime()));
        String index = indexOf(tokens.getPrincipalName());
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.set(key, value, arguments)
                        .flatMap(written -> commands.sadd(index, key.getBytes(StandardCharsets.UTF_8))
                                .then(commands.pexpire(index, maxIdle.multipliedBy(2)))))
                .onErrorMap(SharedSessionRepository::unavailable)
                .switchIfEmpty(Mono.error(() -> new InvalidCredentialsException("The login session has ended", null)))
                .then();
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.del(keyOf(id)))
                .onErrorMap(SharedSessionRepository::unavailable)
                .then();
    }

    /** What clients see of an outage. */
    static Throwable unavailable(Throwable failure) {
        return failure instanceof SharedStateUnavailableException
                ? new GatewayErrorException(GatewayError.SESSIONS_UNAVAILABLE)
                : failure;
    }
}
