package ft.transcendence.matches.server;

import java.time.Instant;

/**
 * A game server that registered.
 *
 * @param id the id of its client at the identity provider
 * @param url where players connect
 * @param region where it is, in the operator's words
 * @param capacity how many matches it can host at once
 * @param version the version of its software
 * @param registeredAt when it last registered
 * @param lastSignalAt when it last registered or sent a heartbeat
 * @param isAlive whether that was recently enough to assign matches to it
 * @param isLeaving whether it asked for no more matches
 * @param isDrainedByOperator whether an operator wants it to get no more matches
 */
record GameServer(
        String id,
        String url,
        String region,
        int capacity,
        String version,
        Instant registeredAt,
        Instant lastSignalAt,
        boolean isAlive,
        boolean isLeaving,
        boolean isDrainedByOperator) {

    /** Whether it gets no more matches, because it or an operator wants that. */
    public boolean isDraining() {
        return isLeaving || isDrainedByOperator;
    }
}
