package ft.transcendence.gateway.login;

import ft.transcendence.gateway.sharedstate.SharedState;
import ft.transcendence.gateway.sharedstate.SharedUse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Limits the sessions that gateways share. A player's sessions are found by their index; the one that would expire first is the least
 * recently used. Each login cleans the index, so it stays short. The sessions of all players are limited by their number of players and
 * by Redis's memory.
 */
final class SharedSessionLimiter implements SessionLimiter {
    private final SharedState state;
    private final SharedSessionRepository sessions;
    private final SessionCodec codec;
    private final ProviderLogoutClient providerLogoutClient;
    private final int perPlayer;

    SharedSessionLimiter(
            SharedState state,
            SharedSessionRepository sessions,
            SessionCodec codec,
            ProviderLogoutClient providerLogoutClient,
            int perPlayer) {
        this.state = state;
        this.sessions = sessions;
        this.codec = codec;
        this.providerLogoutClient = providerLogoutClient;
        this.perPlayer = perPlayer;
    }

    /** A key of the index, and the milliseconds until its session expires; negative when it is already over. */
    private record Indexed(String key, long remaining) {}

    @Override
    public Mono<Void> endSurplusSessions(String player, String current) {
        String index = sessions.indexOf(player);
        String replaced = sessions.keyOf(current);
        return indexed(index).flatMap(all -> {
            Flux<Indexed> over = Flux.fromIterable(all).filter(session -> session.remaining() < 0);
            Flux<Indexed> surplus = Flux.fromStream(all.stream()
                    .filter(session ->
                            session.remaining() >= 0 && !session.key().equals(replaced))
                    .sorted(Comparator.comparingLong(Indexed::remaining).reversed())
                    .skip(perPlayer - 1L));
            return over.concatMap(session -> forget(index, session.key()))
                    .thenMany(surplus.concatMap(session -> end(index, session.key())))
                    .then();
        });
    }

    private Mono<List<Indexed>> indexed(String index) {
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.smembers(index)
                        .map(key -> new String(key, StandardCharsets.UTF_8))
                        .flatMap(key -> commands.pttl(key).map(remaining -> new Indexed(key, remaining)))
                        .collectList())
                .onErrorMap(SharedSessionRepository::unavailable);
    }

    private Mono<Void> end(String index, String key) {
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.getdel(key))
                .onErrorMap(SharedSessionRepository::unavailable)
                .doOnNext(stored ->
                        codec.decode(key, stored).ifPresent(content -> providerLogoutClient.endLater(content.tokens())))
                .then(forget(index, key));
    }

    private Mono<Void> forget(String index, String key) {
        return state.connection()
                .call(SharedUse.SESSIONS, commands -> commands.srem(index, key.getBytes(StandardCharsets.UTF_8)))
                .onErrorMap(SharedSessionRepository::unavailable)
                .then();
    }
}
