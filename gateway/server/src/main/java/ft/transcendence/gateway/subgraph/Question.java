package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.client.Header;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What a subgraph's answer depends on: the body, and the headers that tell it who asks. */
record Question(String subgraph, String url, ByteBuffer body, List<Header> headers, int hash) {
    static Question of(SubgraphRequest request) {
        return of(request, ForwardedHeaders.of(request.context()));
    }

    static Question of(SubgraphRequest request, List<Header> headers) {
        ByteBuffer body = request.body().duplicate();
        byte[] bytes = new byte[body.remaining()];
        body.get(body.position(), bytes);
        int hash = 31 * (31 * Arrays.hashCode(bytes) + headers.hashCode())
                + request.subgraph().hashCode();
        return new Question(request.subgraph(), request.url(), ByteBuffer.wrap(bytes), headers, hash);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
