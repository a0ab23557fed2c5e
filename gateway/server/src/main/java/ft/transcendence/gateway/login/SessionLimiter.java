package ft.transcendence.gateway.login;

import reactor.core.publisher.Mono;

/**
 * Limits the sessions of one player. When all are in use, a login ends the least recently used session, here and at the identity
 * provider; no login is refused.
 */
interface SessionLimiter {
    /**
     * Ends sessions, if necessary, so that one more fits.
     *
     * @param player the player of the new session
     * @param current id of the browser's current session, which the new one replaces
     */
    Mono<Void> endSurplusSessions(String player, String current);
}
