package ft.transcendence.users.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a notification tells, as described by the schema's enum of the same name. */
enum NotificationKind {
    FRIEND_REQUEST(Subject.PLAYER),
    FRIEND_ACCEPTED(Subject.PLAYER),
    CHALLENGE(Subject.PLAYER),
    MATCH_RESULT(Subject.MATCH),
    MATCH_VOIDED(Subject.MATCH),
    ACHIEVEMENT_EARNED(Subject.ACHIEVEMENT),
    LEVEL_REACHED(Subject.LEVEL),
    TOURNAMENT_INVITATION(Subject.TOURNAMENT),
    TOURNAMENT_STARTED(Subject.TOURNAMENT),
    TOURNAMENT_MATCH(Subject.TOURNAMENT),
    TOURNAMENT_FINISHED(Subject.TOURNAMENT),
    TOURNAMENT_CANCELLED(Subject.TOURNAMENT);

    /** What a notification is about. */
    enum Subject {
        PLAYER,
        MATCH,
        ACHIEVEMENT,
        LEVEL,
        TOURNAMENT
    }

    /** The kinds about a friendship. There is at most one such notification per pair: that of its last change. */
    static final Set<NotificationKind> OF_FRIENDSHIPS = Set.of(FRIEND_REQUEST, FRIEND_ACCEPTED);

    /** The kinds about a tournament that has not ended. */
    static final List<NotificationKind> OF_OPEN_TOURNAMENTS =
            List.of(TOURNAMENT_INVITATION, TOURNAMENT_STARTED, TOURNAMENT_MATCH);

    /** The kinds that tell a player of another one. */
    static final Set<NotificationKind> ABOUT_PLAYERS = Arrays.stream(values())
            .filter(kind -> kind.subject == Subject.PLAYER)
            .collect(Collectors.toUnmodifiableSet());

    private final Subject subject;

    NotificationKind(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }
}
