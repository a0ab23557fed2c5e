package ft.transcendence.gateway.identity;

import ft.transcendence.gateway.sharedstate.RedisConnection;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The revocations of all gateways, as a stream in Redis. It is bounded in number, and disappears when none was written for as long as
 * revocations are remembered.
 */
final class RevocationStream {
    /** Entries read at a time. */
    static final int PAGE = 1_000;

    private static final String SESSION_OR_USER = "key";

    private static final String UNTIL = "until";

    private final String name;
    private final Duration remembered;
    private final int maxEntries;

    RevocationStream(String name, Duration remembered, int maxEntries) {
        this.name = name;
        this.remembered = remembered;
        this.maxEntries = maxEntries;
    }

    /** A part of the stream, and the position after it. */
    record Page(List<Revocation> revocations, String next) {
        /** Whether nothing more was there. */
        boolean isLast() {
            return revocations.size() < PAGE;
        }
    }

    /** The position of the first entry that was written since then. */
    static String positionAt(Instant since) {
        return since.toEpochMilli() + "-0";
    }

    Mono<Void> add(RedisConnection redis, Revocation revocation) {
        Map<String, byte[]> entry = new LinkedHashMap<>();
        entry.put(SESSION_OR_USER, bytes(revocation.key()));
        if (!revocation.until().equals(Instant.MAX)) {
            entry.put(UNTIL, bytes(Long.toString(revocation.until().toEpochMilli())));
        }
        XAddArgs bounded = new XAddArgs().maxlen(maxEntries).approximateTrimming();
        return redis.call(SharedUse.REVOCATIONS, commands -> commands.xadd(name, bounded, entry)
                        .then(commands.pexpire(name, remembered)))
                .then();
    }

    /** Reads what follows a position. */
    Mono<Page> read(RedisConnection redis, String position) {
        return read(redis, position, new XReadArgs().count(PAGE));
    }

    /** Reads what follows a position, and waits a moment if nothing does. */
    Mono<Page> await(RedisConnection redis, String position) {
        return read(redis, position, new XReadArgs().count(PAGE).block(RedisConnection.LONGEST_WAIT));
    }

    private Mono<Page> read(RedisConnection redis, String position, XReadArgs arguments) {
        return redis.call(SharedUse.REVOCATIONS, commands -> commands.xread(
                        arguments, StreamOffset.from(name, position))
                .collectList()
                .map(messages -> new Page(
                        messages.stream()
                                .map(RevocationStream::revocationOf)
                                .flatMap(Optional::stream)
                                .toList(),
                        messages.isEmpty() ? position : messages.getLast().getId())));
    }

    /** Empty for an entry of another form, which is not ours. */
    private static Optional<Revocation> revocationOf(StreamMessage<String, byte[]> message) {
        byte[] key = message.getBody().get(SESSION_OR_USER);
        byte[] until = message.getBody().get(UNTIL);
        try {
            return key == null
                    ? Optional.empty()
                    : Optional.of(new Revocation(
                            text(key),
                            until == null ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(text(until))),
                            timeOf(message.getId())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An entry's id begins with the time at which it was written. */
    private static Instant timeOf(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
