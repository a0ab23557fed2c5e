package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the idempotency keys of game servers, in the transaction of the request. A concurrent request with the same
 * key waits for that transaction at the primary key, and then finds its effect, or makes the change itself if the first
 * was rolled back.
 */
@Component
class IdempotencyKeys {

    static final int MAXIMUM_LENGTH = 100;

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that must take effect once. The {@code content} distinguishes different requests with the same key. */
    record Request(String caller, String operation, String key, String content) {

        /** @throws ChangeRejectedException with {@link MatchErrorCode#INVALID_IDEMPOTENCY_KEY} */
        Request {
            if (key.isBlank() || key.length() > MAXIMUM_LENGTH) {
                throw new ChangeRejectedException(
                        MatchErrorCode.INVALID_IDEMPOTENCY_KEY,
                        "An idempotency key has 1 to %d characters.".formatted(MAXIMUM_LENGTH),
                        "idempotencyKey");
            }
        }
    }

    /**
     * Claims the key for this request and match.
     *
     * @return the match of an earlier request with this key; empty for the first request
     * @throws ChangeRejectedException with {@link MatchErrorCode#IDEMPOTENCY_KEY_REUSED} if the earlier request
     *     was a different one
     */
    Optional<UUID> claim(Request request, UUID matchId) {
        int inserted = jdbc.sql("""
                        INSERT INTO idempotent_request (caller, operation, key, request, match_id)
                        VALUES (:caller, :operation, :key, :content, :match)
                        ON CONFLICT (caller, operation, key) DO NOTHING
                        """)
                .param("caller", request.caller())
                .param("operation", request.operation())
                .param("key", request.key())
                .param("content", request.content())
                .param("match", matchId)
                .update();
        return inserted == 1 ? Optional.empty() : Optional.of(earlier(request));
    }

    private UUID earlier(Request request) {
        record Earlier(String content, UUID matchId) {}
        Earlier earlier = jdbc.sql("""
                        SELECT request, match_id FROM idempotent_request
                        WHERE caller = :caller AND operation = :operation AND key = :key
                        """)
                .param("caller", request.caller())
                .param("operation", request.operation())
                .param("key", request.key())
                .query((row, number) -> new Earlier(row.getString("request"), row.getObject("match_id", UUID.class)))
                .single();
        if (!earlier.content().equals(request.content())) {
            throw new ChangeRejectedException(
                    MatchErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key was already used for a different request.",
                    "idempotencyKey");
        }
        return earlier.matchId();
    }
}
