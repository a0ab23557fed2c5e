package ft.transcendence.gateway.login;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Limits the sessions in the memory of this gateway, also in total.
 *
 * <p>The sessions are only searched at a login, so there is no index to maintain.
 */
final class LocalSessionLimiter implements SessionLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(LocalSessionLimiter.class);
    /**
     * The fraction of all sessions that is ended at once when they are used up, so that the next logins need not search again.
     */
    private static final int SHARE = 100;

    private final InMemoryWebSessionStore sessions;
    private final ProviderLogoutClient providerLogoutClient;
    private final int perPlayer;

    LocalSessionLimiter(InMemoryWebSessionStore sessions, ProviderLogoutClient providerLogoutClient, int perPlayer) {
        this.sessions = sessions;
        this.providerLogoutClient = providerLogoutClient;
        this.perPlayer = perPlayer;
    }

    @Override
    public Mono<Void> endSurplusSessions(String player, String current) {
        return Flux.concat(Flux.fromStream(() -> surplusOf(player, current)), Flux.fromStream(this::surplus))
                .concatMap(this::end)
                .then();
    }

    private Stream<WebSession> surplusOf(String player, String current) {
        List<WebSession> own = sessions.getSessions().values().stream()
                .filter(session -> !session.getId().equals(current) && isOf(player, session))
                .sorted(Comparator.comparing(WebSession::getLastAccessTime).reversed())
                .toList();
        return own.stream().skip(perPlayer - 1L);
    }

    private static boolean isOf(String player, WebSession session) {
        OAuth2AuthorizedClient tokens = SessionTokenRepository.of(session);
        return tokens != null && tokens.getPrincipalName().equals(player);
    }

    private Stream<WebSession> surplus() {
        int most = sessions.getMaxSessions();
        if (sessions.getSessions().size() < most) {
            return Stream.empty();
        }
        sessions.removeExpiredSessions();
        int tooMany = sessions.getSessions().size() - most + Math.max(1, most / SHARE);
        if (tooMany <= 0) {
            return Stream.empty();
        }
        LOG.warn("All {} sessions are in use; ending the {} least recently used", most, tooMany);
        return sessions.getSessions().values().stream()
                .sorted(Comparator.comparing(WebSession::getLastAccessTime))
                .limit(tooMany)
                .toList()
                .stream();
    }

    private Mono<Void> end(WebSession session) {
        OAuth2AuthorizedClient tokens = SessionTokenRepository.of(session);
        return session.invalidate().then(Mono.fromRunnable(() -> {
            if (tokens != null) {
                providerLogoutClient.endLater(tokens);
            }
        }));
    }
}
