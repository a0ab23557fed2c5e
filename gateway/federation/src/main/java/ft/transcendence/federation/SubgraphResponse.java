package ft.transcendence.federation;

/**
 * What a subgraph answered. The engine keeps the array and copies the client's answer out of it, so it must not change any more.
 *
 * @param status the HTTP status
 * @param body the whole body, decoded from any content encoding
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubgraphResponse(int status, byte[] body) {}
