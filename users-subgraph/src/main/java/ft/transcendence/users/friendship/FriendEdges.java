package ft.transcendence.users.friendship;

import ft.transcendence.subgraph.statement.IdParameter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the edges between users. */
@Repository
class FriendEdges {

    private final JdbcClient jdbc;

    FriendEdges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the profiles of these users until the transaction ends, always in the same order, and returns the active
     * ones.
     */
    Set<UUID> lock(Collection<UUID> users) {
        record Locked(UUID id) {}
        return jdbc
                .sql("SELECT id FROM profile WHERE id IN (:users) AND active ORDER BY id FOR NO KEY UPDATE")
                .param("users", users)
                .query((row, number) -> new Locked(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(Locked::id)
                .collect(Collectors.toSet());
    }

    /** The edges between the user and each of the others. Users without any edge are absent. */
    Map<UUID, FriendEdgePair> pairs(UUID user, Collection<UUID> others) {
        record Row(boolean own, UUID other, FriendEdgeState state) {}
        Map<UUID, FriendEdgePair> pairs = new HashMap<>();
        IdParameter wanted = IdParameter.of(others);
        jdbc.sql("""
                        SELECT true, other, state FROM friend_edge WHERE owner = :user AND other %1$s
                        UNION ALL
                        SELECT false, owner, state FROM friend_edge WHERE other = :user AND owner %1$s
                        """.formatted(wanted.comparison("others")))
                .param("user", user)
                .param("others", wanted.value())
                .query((row, number) -> new Row(
                        row.getBoolean(1), row.getObject(2, UUID.class), FriendEdgeState.valueOf(row.getString(3))))
                .list()
                .forEach(row -> pairs.merge(
                        row.other(),
                        row.own() ? new FriendEdgePair(row.state(), null) : new FriendEdgePair(null, row.state()),
                        FriendEdges::both));
        return pairs;
    }

    /** Stores both edges; null deletes one. */
    void put(UUID user, UUID other, FriendEdgePair pair, Instant now) {
        put(user, other, pair.own(), now);
        put(other, user, pair.theirs(), now);
    }

    /** Deletes all edges from and to the user. Returns the blocks among them. */
    List<BlockUpdated> removeAllOf(UUID user) {
        return jdbc
                .sql("DELETE FROM friend_edge WHERE owner = :user OR other = :user RETURNING owner, other, state")
                .param("user", user)
                .query((row, number) -> FriendEdgeState.valueOf(row.getString(3)) == FriendEdgeState.BLOCKED
                        ? Optional.of(new BlockUpdated(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        : Optional.<BlockUpdated>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** An entry in a user's list. */
    record Entry(UUID owner, UUID other, Instant since) {}

    /** The first entries of each owner's list of this state, newest first, after the given position. */
    Map<UUID, List<Entry>> lists(Collection<UUID> owners, FriendEdgeState state, Position after, int limit) {
        return jdbc
                .sql("""
                        SELECT edge.owner, edge.other, edge.since
                        FROM unnest(:owners) AS owners (owner)
                        CROSS JOIN LATERAL (
                            SELECT owner, other, since FROM friend_edge
                            WHERE owner = owners.owner AND state = :state
                              AND (since < :since OR since = :since AND other > :other)
                            ORDER BY since DESC, other
                            LIMIT :limit
                        ) AS edge
                        ORDER BY edge.since DESC, edge.other
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("state", state.name())
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .param("other", after.other())
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::owner));
    }

    /** A position in a list. */
    record Position(Instant since, UUID other) {

        /** Before the first entry. */
        static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));
    }

    private void put(UUID owner, UUID other, @Nullable FriendEdgeState state, Instant now) {
        if (state == null) {
            jdbc.sql("DELETE FROM friend_edge WHERE owner = ? AND other = ?")
                    .params(owner, other)
                    .update();
            return;
        }
        jdbc.sql("""
                        INSERT INTO friend_edge (owner, other, state, since) VALUES (:owner, :other, :state, :now)
                        ON CONFLICT (owner, other) DO UPDATE SET state = excluded.state, since = excluded.since
                        WHERE friend_edge.state <> excluded.state
                        """)
                .param("owner", owner)
                .param("other", other)
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static FriendEdgePair both(FriendEdgePair first, FriendEdgePair second) {
        return new FriendEdgePair(
                first.own() == null ? second.own() : first.own(),
                first.theirs() == null ? second.theirs() : first.theirs());
    }
}
