package ft.transcendence.matches.ticket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys of tickets: one signs, and the newest two are published. A new key is published for a while before it signs,
 * and the one before it for as long as the new one lives, so that whoever caches the published keys never meets an
 * unknown one. Instances that make a new key at the same time agree on the first one stored.
 */
@Component
class TicketKeys {

    private static final int PUBLISHED = 2;

    private final TicketKeyStore store;
    private final TicketProperties properties;
    private final Clock clock;

    private volatile @Nullable State state;

    TicketKeys(TicketKeyStore store, TicketProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    private record State(ECKey signing, JWKSet published) {}

    /** The key that signs new tickets. */
    ECKey signing() {
        return state().signing();
    }

    /** The public keys of all valid tickets. */
    JWKSet published() {
        return state().published();
    }

    private State state() {
        State known = state;
        return known == null ? refresh() : known;
    }

    /** Reads the keys, and makes a new one when it is time. */
    @Scheduled(fixedDelayString = "${matches.tickets.check-every}")
    void check() {
        refresh();
    }

    private State refresh() {
        List<TicketKey> newest = store.newest(PUBLISHED);
        Instant now = clock.instant();
        if (newest.isEmpty() || newest.getFirst().createdAt().isBefore(now.minus(properties.rotateAfter()))) {
            store.add(generate(newest.isEmpty() ? 1 : newest.getFirst().generation() + 1, now));
            newest = store.newest(PUBLISHED);
            store.deleteBefore(newest.getLast().generation());
        }
        State current = new State(signing(newest, now.minus(properties.announcedFor())), published(newest));
        state = current;
        return current;
    }

    /** The newest key that has been published for long enough; the first one ever signs at once. */
    private static ECKey signing(List<TicketKey> newest, Instant announcedBefore) {
        return newest.stream()
                .filter(key -> key.createdAt().isBefore(announcedBefore))
                .findFirst()
                .orElse(newest.getLast())
                .pair();
    }

    private static JWKSet published(List<TicketKey> keys) {
        return new JWKSet(
                keys.stream().<JWK>map(key -> key.pair().toPublicJWK()).toList());
    }

    private static TicketKey generate(long generation, Instant now) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new TicketKey(generation, pair, now);
        } catch (JOSEException failure) {
            throw new IllegalStateException("Every Java runtime has P-256", failure);
        }
    }
}
