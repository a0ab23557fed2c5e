package ft.transcendence.federation;

/**
 * A subgraph's response. The engine keeps the array and copies parts of it into the client's response, so it must not be written to any more.
 *
 * @param status the HTTP status
 * @param body the whole body, without any content encoding
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubgraphResponse(int status, byte[] body) {}
