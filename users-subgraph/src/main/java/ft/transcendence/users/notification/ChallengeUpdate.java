package ft.transcendence.users.notification;

import java.util.UUID;

/** The part of the event {@code ft.transcendence.challenge.updated.v1} that is used here. */
record ChallengeUpdate(UUID challenger, UUID challenged, String status) {

    static final String TYPE = "ft.transcendence.challenge.updated.v1";

    ChallengeUpdate {
        if (challenger == null || challenged == null || status == null) {
            throw new IllegalArgumentException("A challenge has two players and a status");
        }
    }

    boolean isOpen() {
        return status.equals("PENDING");
    }
}
