package ft.transcendence.users.friendship;

import ft.transcendence.users.friendship.FriendRules.Becomes;
import ft.transcendence.users.friendship.FriendRules.Outcome;
import ft.transcendence.users.friendship.FriendRules.Refused;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes and tells how users stand to each other. Both users' profiles are locked during a change, so two changes
 * between the same two happen one after the other: when both ask at once, the second request meets the first one and
 * makes them friends.
 */
@Service
public class Friendships {

    /** A change, and the user it concerns; empty for an id that is nobody's. */
    record Change(Optional<UUID> other, FriendAction action) {}

    private final FriendEdges edges;
    private final Clock clock;

    Friendships(FriendEdges edges, Clock clock) {
        this.edges = edges;
        this.clock = clock;
    }

    /** Makes the changes in their order and tells the outcome of each. */
    @Transactional
    List<Outcome> change(UUID user, List<Change> changes) {
        Set<UUID> others = new LinkedHashSet<>();
        changes.forEach(change -> change.other().ifPresent(others::add));
        Set<UUID> involved = new LinkedHashSet<>(others);
        involved.add(user);
        Set<UUID> active = edges.lock(involved);
        Map<UUID, Relation> relations = new HashMap<>(others.isEmpty() ? Map.of() : edges.relations(user, others));
        List<Outcome> outcomes = new ArrayList<>();
        for (Change change : changes) {
            UUID other = change.other().filter(active::contains).orElse(null);
            if (other == null || !active.contains(user)) {
                outcomes.add(FriendRules.userNotFound());
            } else if (other.equals(user)) {
                outcomes.add(FriendRules.self());
            } else {
                outcomes.add(change(user, other, change.action(), relations));
            }
        }
        return outcomes;
    }

    private Outcome change(UUID user, UUID other, FriendAction action, Map<UUID, Relation> relations) {
        Relation before = relations.getOrDefault(other, Relation.NONE);
        Outcome outcome = FriendRules.apply(action, before);
        switch (outcome) {
            case Becomes(Relation after)
            when !after.equals(before) -> {
                // the database keeps microseconds, and cursors are made of what it gives back
                edges.put(user, other, after, clock.instant().truncatedTo(ChronoUnit.MICROS));
                relations.put(other, after);
            }
            case Becomes _, Refused _ -> {}
        }
        return outcome;
    }

    /** Ends everything between the user and others. */
    @Transactional
    public void removeAllOf(UUID user) {
        edges.removeAllOf(user);
    }

    @Transactional(readOnly = true)
    Map<UUID, Relation> relations(UUID user, Collection<UUID> others) {
        return edges.relations(user, others);
    }
}
