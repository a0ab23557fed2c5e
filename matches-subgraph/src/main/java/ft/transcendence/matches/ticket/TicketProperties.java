package ft.transcendence.matches.ticket;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties(prefix = "matches.tickets", ignoreUnknownFields = false)
record TicketProperties(
        String issuer,
        @DurationMin(nanos = 1) Duration lifetime,
        String encryptionKey,
        @DurationMin(nanos = 1) Duration rotateAfter,
        @DurationMin(nanos = 1) Duration announcedFor,
        @DurationMin(nanos = 1) Duration checkEvery) {

    private static final int SHORTEST_KEY = 32;

    TicketProperties {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("matches.tickets.issuer must not be blank");
        }
        if (encryptionKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("TICKET_ENCRYPTION_KEY must have at least " + SHORTEST_KEY
                    + " characters; make one with `openssl rand -hex 32`");
        }
        if (announcedFor.compareTo(rotateAfter) >= 0) {
            throw new IllegalArgumentException("matches.tickets.announced-for must be shorter than rotate-after");
        }
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "TicketProperties[" + issuer + ", " + lifetime + "]";
    }
}
