package ft.transcendence.users.friendship;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes the blocks that existed before blocks were published, which a migration stored in the table
 * {@code unannounced_block}. Each is published in a transaction of its own; a restart continues with the rest.
 */
@Component
class UnannouncedBlocks {

    private final JdbcClient jdbc;
    private final FriendEdges edges;
    private final BlockEventPublisher events;
    private final TransactionOperations transactions;

    UnannouncedBlocks(
            JdbcClient jdbc, FriendEdges edges, BlockEventPublisher events, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.edges = edges;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void publishAll() {
        while (Boolean.TRUE.equals(transactions.execute(status -> publishNext()))) {}
    }

    /** Returns false if none is left. */
    private boolean publishNext() {
        Optional<BlockUpdated> next = jdbc.sql("""
                        DELETE FROM unannounced_block WHERE (blocker, blocked) = (
                            SELECT blocker, blocked FROM unannounced_block LIMIT 1 FOR UPDATE SKIP LOCKED
                        ) RETURNING blocker, blocked
                        """)
                .query((row, number) -> new BlockUpdated(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
        next.filter(this::isInForce).ifPresent(events::publish);
        return next.isPresent();
    }

    /** Whether the block did not end in the meantime. Locks both users, as every change of a block does. */
    private boolean isInForce(BlockUpdated block) {
        edges.lock(List.of(block.blocker(), block.blocked()));
        FriendEdgePair pair = edges.pairs(block.blocker(), Set.of(block.blocked()))
                .getOrDefault(block.blocked(), FriendEdgePair.NONE);
        return pair.blockedThem();
    }
}
