package ft.transcendence.users.notification;

import java.util.UUID;

/** A level as the subject of a notification: an id whose last part is the level's number. */
final class LevelSubject {

    private LevelSubject() {}

    static UUID of(int level) {
        return new UUID(0, level);
    }

    static int level(UUID subject) {
        return Math.toIntExact(subject.getLeastSignificantBits());
    }
}
