package ft.transcendence.users.notification;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import ft.transcendence.users.achievement.Achievement;
import ft.transcendence.users.achievement.AchievementCode;
import ft.transcendence.users.notification.NotificationKind.Subject;
import ft.transcendence.users.profile.User;
import ft.transcendence.users.profile.UserLoader;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for the caller's notifications. */
@DgsComponent
class NotificationDataFetchers {

    private final Notifications notifications;

    NotificationDataFetchers(Notifications notifications) {
        this.notifications = notifications;
    }

    @DgsQuery
    @RequirePlayer
    Connection<Notification> myNotifications(
            @InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return notifications.list(Caller.required().id(), PageArguments.of(first, after));
    }

    @DgsData(parentType = "NotificationConnection")
    @RequirePlayer
    int unreadCount() {
        return notifications.unread(Caller.required().id());
    }

    @DgsData(parentType = "Notification")
    @RequirePlayer
    CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        Notification notification = notification(environment);
        return notification.kind().subject() == Subject.PLAYER
                ? UserLoader.find(notification.subject(), environment)
                : CompletableFuture.completedFuture(null);
    }

    @DgsData(parentType = "Notification")
    @RequirePlayer
    @Nullable Match match(DgsDataFetchingEnvironment environment) {
        Notification notification = notification(environment);
        return notification.kind().subject() == Subject.MATCH ? new Match(notification.subject()) : null;
    }

    @DgsData(parentType = "Notification")
    @RequirePlayer
    @Nullable Achievement achievement(DgsDataFetchingEnvironment environment) {
        Notification notification = notification(environment);
        if (notification.kind().subject() != Subject.ACHIEVEMENT) {
            return null;
        }
        AchievementCode code = AchievementCode.withId(notification.subject());
        return code == null ? null : Achievement.of(code);
    }

    @DgsData(parentType = "Notification")
    @RequirePlayer
    @Nullable Integer level(DgsDataFetchingEnvironment environment) {
        Notification notification = notification(environment);
        return notification.kind().subject() == Subject.LEVEL ? LevelSubject.level(notification.subject()) : null;
    }

    @DgsData(parentType = "Notification")
    @RequirePlayer
    @Nullable Tournament tournament(DgsDataFetchingEnvironment environment) {
        Notification notification = notification(environment);
        return notification.kind().subject() == Subject.TOURNAMENT ? new Tournament(notification.subject()) : null;
    }

    private static Notification notification(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }
}
