package ft.transcendence.subgraph.stream;

import ft.transcendence.subgraph.security.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Knows whose streams are open at this instance. {@link StreamLimiter} limits how many. */
public final class OpenStreams {

    private static final String SESSION = "sid";

    /**
     * A user's session with open streams.
     *
     * @param session the id of the login session; empty if the token has none
     */
    public record Session(UUID user, String session) {

        /** The session of the caller's access token. */
        public static Session of(Caller caller) {
            return new Session(
                    caller.id(), Optional.ofNullable(caller.claim(SESSION)).orElse(""));
        }
    }

    private final ConcurrentMap<Session, Integer> open = new ConcurrentHashMap<>();

    /** The sessions with open streams. */
    public Set<Session> sessions() {
        return Set.copyOf(open.keySet());
    }

    /** The stream, registered while it has a subscriber. */
    <T> Flux<T> register(Caller caller, Publisher<T> stream) {
        Session session = Session.of(caller);
        return Flux.using(() -> open.merge(session, 1, Integer::sum), _ -> stream, _ -> close(session));
    }

    private void close(Session session) {
        open.computeIfPresent(session, (same, streams) -> streams == 1 ? null : streams - 1);
    }
}
