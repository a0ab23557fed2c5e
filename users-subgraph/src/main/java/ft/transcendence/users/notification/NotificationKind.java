package ft.transcendence.users.notification;

import java.util.Set;

/** What a notification tells, as described by the schema's enum of the same name. */
enum NotificationKind {
    FRIEND_REQUEST(Subject.PLAYER),
    FRIEND_ACCEPTED(Subject.PLAYER),
    MATCH_RESULT(Subject.MATCH),
    MATCH_VOIDED(Subject.MATCH);

    /** What a notification is about. */
    enum Subject {
        PLAYER,
        MATCH
    }

    /** The kinds about a friendship. There is at most one such notification per pair: that of its last change. */
    static final Set<NotificationKind> OF_FRIENDSHIPS = Set.of(FRIEND_REQUEST, FRIEND_ACCEPTED);

    private final Subject subject;

    NotificationKind(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }
}
