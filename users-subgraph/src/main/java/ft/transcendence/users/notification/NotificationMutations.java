package ft.transcendence.users.notification;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.UUID;

/** Mutations of the caller's notifications. */
@DgsComponent
class NotificationMutations {

    private static final int MAX_IDS = 100;

    private final Notifications notifications;

    NotificationMutations(Notifications notifications) {
        this.notifications = notifications;
    }

    @DgsMutation
    @RequirePlayer
    NotificationsPayload markNotificationsRead(@InputArgument List<UUID> ids) {
        if (ids.size() > MAX_IDS) {
            throw ClientException.badInput("Send at most " + MAX_IDS + " ids at once.");
        }
        UUID user = Caller.required().id();
        return Payloads.of(() -> notifications.markRead(user, ids), NotificationsPayload::new);
    }

    @DgsMutation
    @RequirePlayer
    NotificationsPayload markAllNotificationsRead(@InputArgument UUID upTo) {
        UUID user = Caller.required().id();
        return Payloads.of(() -> notifications.markReadUpTo(user, upTo), NotificationsPayload::new);
    }
}
