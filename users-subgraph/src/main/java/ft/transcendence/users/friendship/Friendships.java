package ft.transcendence.users.friendship;

import ft.transcendence.users.friendship.FriendRules.Apply;
import ft.transcendence.users.friendship.FriendRules.Decision;
import ft.transcendence.users.friendship.FriendRules.Reject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes friendships. A change locks both users' profiles, so changes between the same two users are
 * serialized. If both send a request at the same time, the second one finds the first and makes them friends.
 */
@Service
public class Friendships {

    /** A requested change; the user is empty if the id is malformed. */
    record RequestedChange(Optional<UUID> other, FriendAction action) {}

    private final FriendEdges edges;
    private final BlockEventPublisher blocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Friendships(FriendEdges edges, BlockEventPublisher blocks, ApplicationEventPublisher events, Clock clock) {
        this.edges = edges;
        this.blocks = blocks;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the changes in order and returns a decision for each. */
    @Transactional
    List<Decision> change(UUID user, List<RequestedChange> changes) {
        Set<UUID> others = new LinkedHashSet<>();
        changes.forEach(change -> change.other().ifPresent(others::add));
        Set<UUID> involved = new LinkedHashSet<>(others);
        involved.add(user);
        Set<UUID> active = edges.lock(involved);
        Map<UUID, FriendEdgePair> pairs = new HashMap<>(others.isEmpty() ? Map.of() : edges.pairs(user, others));
        List<Decision> decisions = new ArrayList<>();
        for (RequestedChange change : changes) {
            UUID other = change.other().filter(active::contains).orElse(null);
            if (other == null || !active.contains(user)) {
                decisions.add(FriendRules.userNotFound());
            } else if (other.equals(user)) {
                decisions.add(FriendRules.self());
            } else {
                decisions.add(change(user, other, change.action(), pairs));
            }
        }
        return decisions;
    }

    private Decision change(UUID user, UUID other, FriendAction action, Map<UUID, FriendEdgePair> pairs) {
        FriendEdgePair before = pairs.getOrDefault(other, FriendEdgePair.NONE);
        Decision decision = FriendRules.apply(action, before);
        switch (decision) {
            case Apply(FriendEdgePair after)
            when !after.equals(before) -> {
                // PostgreSQL stores microseconds, and cursors contain what it returns
                edges.put(user, other, after, clock.instant().truncatedTo(ChronoUnit.MICROS));
                pairs.put(other, after);
                events.publishEvent(new FriendshipChanged(user, other, change(action, after)));
            }
            case Apply _, Reject _ -> {}
        }
        return decision;
    }

    private static FriendshipChanged.Change change(FriendAction action, FriendEdgePair after) {
        return switch (action) {
            case REQUEST, ACCEPT ->
                after.areFriends() ? FriendshipChanged.Change.BEFRIENDED : FriendshipChanged.Change.REQUESTED;
            case DECLINE, CANCEL, REMOVE -> FriendshipChanged.Change.ENDED;
            case BLOCK -> FriendshipChanged.Change.BLOCKED;
            case UNBLOCK -> FriendshipChanged.Change.UNBLOCKED;
        };
    }

    /** Deletes all edges from and to the user, whose profile is locked, and publishes the end of the blocks. */
    @Transactional
    public void removeAllOf(UUID user) {
        edges.removeAllOf(user).forEach(blocks::publishEnd);
    }

    Map<UUID, FriendEdgePair> pairs(UUID user, Collection<UUID> others) {
        return edges.pairs(user, others);
    }
}
