package ft.transcendence.users.notification;

import ft.transcendence.users.achievement.AchievementsChanged;
import ft.transcendence.users.friendship.FriendshipChanged;
import ft.transcendence.users.level.LevelChanged;
import ft.transcendence.users.totals.ResultReceived;
import ft.transcendence.users.totals.ResultVoided;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides who is told of which event, in the transaction of the event. */
@Component
class NotificationListener {

    private final Notifications notifications;

    NotificationListener(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(FriendshipChanged event) {
        notifications.removeBetween(
                event.user(),
                event.other(),
                event.change() == FriendshipChanged.Change.BLOCKED
                        ? NotificationKind.ABOUT_PLAYERS
                        : NotificationKind.OF_FRIENDSHIPS);
        switch (event.change()) {
            case REQUESTED -> notifications.add(NotificationKind.FRIEND_REQUEST, event.user(), List.of(event.other()));
            case BEFRIENDED ->
                notifications.add(NotificationKind.FRIEND_ACCEPTED, event.user(), List.of(event.other()));
            case ENDED, BLOCKED, UNBLOCKED -> {}
        }
    }

    @EventListener
    void on(ResultReceived event) {
        notifications.addResult(event.matchId(), event.players());
    }

    @EventListener
    void on(ResultVoided event) {
        notifications.replaceResult(event.matchId(), event.players());
    }

    /** What is taken back is forgotten. */
    @EventListener
    void on(AchievementsChanged event) {
        event.earned()
                .forEach(achievement -> notifications.add(
                        NotificationKind.ACHIEVEMENT_EARNED, achievement.id(), List.of(event.user())));
        event.lost()
                .forEach(achievement ->
                        notifications.remove(NotificationKind.ACHIEVEMENT_EARNED, achievement.id(), event.user()));
    }

    /** Of several levels at once, the player is told of the last. Levels that are taken back are forgotten. */
    @EventListener
    void on(LevelChanged event) {
        if (event.to() > event.from()) {
            notifications.add(NotificationKind.LEVEL_REACHED, LevelSubject.of(event.to()), List.of(event.user()));
            return;
        }
        IntStream.rangeClosed(event.to() + 1, event.from())
                .forEach(level ->
                        notifications.remove(NotificationKind.LEVEL_REACHED, LevelSubject.of(level), event.user()));
    }
}
