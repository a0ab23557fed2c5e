package ft.transcendence.matches.ticket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Tickets and the keys that sign them.
 *
 * @param issuer the issuer named in tickets
 * @param lifetime how long a ticket is valid
 * @param encryptionKey secret of at least 32 characters that encrypts the private keys in the database; required, and the
 *     same for all instances
 * @param rotateAfter how long a key signs before the next one is made
 * @param announcedFor how long a new key is published before it signs, so that nobody meets an unknown key
 * @param checkEvery how often an instance looks for keys that others made
 */
@ConfigurationProperties(prefix = "matches.tickets", ignoreUnknownFields = false)
record TicketProperties(
        String issuer,
        Duration lifetime,
        String encryptionKey,
        Duration rotateAfter,
        Duration announcedFor,
        Duration checkEvery) {

    private static final int SHORTEST_KEY = 32;

    TicketProperties {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("matches.tickets.issuer must not be blank");
        }
        if (encryptionKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("TICKET_ENCRYPTION_KEY must have at least " + SHORTEST_KEY
                    + " characters; make one with `openssl rand -hex 32`");
        }
        requirePositive("lifetime", lifetime);
        requirePositive("rotate-after", rotateAfter);
        requirePositive("announced-for", announcedFor);
        requirePositive("check-every", checkEvery);
        if (announcedFor.compareTo(rotateAfter) >= 0) {
            throw new IllegalArgumentException("matches.tickets.announced-for must be shorter than rotate-after");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("matches.tickets." + name + " must be positive");
        }
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "TicketProperties[" + issuer + ", " + lifetime + "]";
    }
}
