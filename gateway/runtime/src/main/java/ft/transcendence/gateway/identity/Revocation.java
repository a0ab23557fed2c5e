package ft.transcendence.gateway.identity;

import java.time.Instant;

/**
 * The end of a session, or of all sessions of a user until then.
 *
 * @param key id of the session or of the user
 * @param until tokens issued at this time or before are revoked
 * @param at when it was revoked
 */
record Revocation(String key, Instant until, Instant at) {}
