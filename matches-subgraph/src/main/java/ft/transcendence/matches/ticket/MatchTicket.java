package ft.transcendence.matches.ticket;

import java.time.Instant;

/**
 * A ticket for a match.
 *
 * @param url where its game server accepts it
 * @param token the signed ticket
 * @param expiresAt until when the game server accepts it
 */
record MatchTicket(String url, String token, Instant expiresAt) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "MatchTicket[" + url + "]";
    }
}
