package ft.transcendence.extension;

import ft.transcendence.federation.Caller;
import java.util.Map;
import java.util.Optional;

/** One operation of a client, as extensions see it. Thread-safe. */
public interface ClientRequest {
    /** The first value of a header of the HTTP request, or of the WebSocket's handshake. */
    Optional<String> header(String name);

    /** What the gateway has verified of the caller. */
    Caller caller();

    /** The user's id; empty for anonymous callers. */
    Optional<String> subject();

    /** What extensions remember from one stage to the next, by names of their own. */
    Map<String, Object> attributes();

    /** Activates a label of {@code @override(label:)} for this operation. Only has an effect in {@link GatewayExtension#onRequest}. */
    void activateOverrideLabel(String label);

    /**
     * Adds a header to the response, if it is a single one: the head of a stream is sent before its events.
     *
     * @throws IllegalArgumentException when it is not a header that can be added
     */
    void addResponseHeader(String name, String value);
}
