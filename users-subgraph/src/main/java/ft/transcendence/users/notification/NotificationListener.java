package ft.transcendence.users.notification;

import ft.transcendence.users.friendship.FriendshipChanged;
import ft.transcendence.users.totals.ResultReceived;
import ft.transcendence.users.totals.ResultVoided;
import java.util.List;
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
}
