package ft.transcendence.matches.ticket;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key pair that signs tickets.
 *
 * @param generation its number; each key has the next one
 * @param pair the keys, with their id
 * @param createdAt when it was made
 */
record TicketKey(long generation, ECKey pair, Instant createdAt) {

    /** Omits the private key. */
    @Override
    public String toString() {
        return "TicketKey[" + generation + ", " + pair.getKeyID() + "]";
    }
}
