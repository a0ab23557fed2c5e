package ft.transcendence.federation;

import java.util.List;
import java.util.Map;

/**
 * A subgraph's response. The engine keeps the array and copies parts of it into the client's response, so it must not be written to any more.
 *
 * @param status the HTTP status
 * @param body the whole body, without any content encoding
 * @param headers those that the host needs, by name in lower case; the engine does not read them
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubgraphResponse(int status, byte[] body, Map<String, List<String>> headers) {

    /** A response without headers. */
    public SubgraphResponse(int status, byte[] body) {
        this(status, body, Map.of());
    }
}
