package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.client.Header;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Everything that a subgraph's response depends on: the body, and the headers that identify the caller. */
record DeduplicationKey(String subgraph, String url, ByteBuffer body, List<Header> headers, int hash) {
    /** @param headers as the subgraph gets them */
    static DeduplicationKey of(SubgraphRequest request, List<Header> headers) {
        byte[] bytes = request.bodyAsBytes();
        int hash = 31 * (31 * Arrays.hashCode(bytes) + headers.hashCode())
                + request.subgraph().hashCode();
        return new DeduplicationKey(request.subgraph(), request.url(), ByteBuffer.wrap(bytes), headers, hash);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
