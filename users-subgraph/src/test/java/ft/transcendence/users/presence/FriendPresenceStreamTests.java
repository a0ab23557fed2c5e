package ft.transcendence.users.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FriendPresenceStreamTests {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private final Map<UUID, Presence> friends = new LinkedHashMap<>();
    private final FriendPresenceStream stream = new FriendPresenceStream(ada, () -> new LinkedHashMap<>(friends));

    @Test
    void beginsWithThoseWhoAreThere() {
        friends.put(bob, Presence.ONLINE);
        friends.put(eve, Presence.OFFLINE);

        assertThat(stream.next()).containsExactly(List.of(new FriendPresence(bob, Presence.ONLINE)));
    }

    @Test
    void beginsEvenIfNobodyIsThere() {
        assertThat(stream.next()).containsExactly(List.of());
        assertThat(stream.next()).isEmpty();
    }

    @Test
    void continuesWithChanges() {
        friends.put(bob, Presence.ONLINE);
        friends.put(eve, Presence.OFFLINE);
        stream.next();
        assertThat(stream.next()).isEmpty();

        friends.put(bob, Presence.OFFLINE);
        friends.put(eve, Presence.IN_GAME);
        assertThat(stream.next())
                .containsExactly(
                        List.of(new FriendPresence(bob, Presence.OFFLINE), new FriendPresence(eve, Presence.IN_GAME)));
    }

    @Test
    void reportsFriendsWhoAreNoLongerFriendsUnlessTheyWereOffline() {
        friends.put(bob, Presence.AWAY);
        friends.put(eve, Presence.OFFLINE);
        stream.next();

        friends.clear();
        assertThat(stream.next()).containsExactly(List.of(new FriendPresence(bob, null)));
        assertThat(stream.next()).isEmpty();
    }

    @Test
    void isConcernedByFriendsAndByTheUser() {
        assertThat(stream.concerns(eve)).as("before the first reading").isTrue();
        friends.put(bob, Presence.OFFLINE);
        stream.next();

        assertThat(stream.concerns(bob)).isTrue();
        assertThat(stream.concerns(ada)).isTrue();
        assertThat(stream.concerns(eve)).isFalse();
    }
}
