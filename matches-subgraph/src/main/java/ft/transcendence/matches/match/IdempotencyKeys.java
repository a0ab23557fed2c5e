package ft.transcendence.matches.match;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers under which key a game server asked for what, in the transaction that does it. A concurrent request with the
 * same key waits at the primary key until that transaction ends: then it finds the effect, or does it itself.
 */
@Component
class IdempotencyKeys {

    static final int MAXIMUM_LENGTH = 100;

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a game server wants done once. {@code content} tells requests under one key apart. */
    record Request(String caller, String operation, String key, String content) {

        /** @throws MatchChangeRejectedException with {@link MatchErrorCode#INVALID_IDEMPOTENCY_KEY} */
        Request {
            if (key.isBlank() || key.length() > MAXIMUM_LENGTH) {
                throw new MatchChangeRejectedException(
                        MatchErrorCode.INVALID_IDEMPOTENCY_KEY,
                        "An idempotency key has 1 to %d characters.".formatted(MAXIMUM_LENGTH),
                        "idempotencyKey");
            }
        }
    }

    /**
     * Takes the key for this request and match.
     *
     * @return the match an earlier request under this key led to; empty when this is the first
     * @throws MatchChangeRejectedException with {@link MatchErrorCode#IDEMPOTENCY_KEY_REUSED} when the earlier one asked for
     *     something else
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
            throw new MatchChangeRejectedException(
                    MatchErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key was used for another request.",
                    "idempotencyKey");
        }
        return earlier.matchId();
    }
}
