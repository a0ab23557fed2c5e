package ft.transcendence.gateway.cache;

import ft.transcendence.federation.SubgraphRequest;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for root fields, whose response is kept as it is. */
final class WholeResponse implements Parts {
    /** The type of everything that is not an entity. */
    private static final String TYPE = "Query";

    private static final String TAGS = "apolloCacheTags";

    private final SubgraphRequest request;
    private final KeyDigest digest;

    /** @param digest of everything that responses depend on beside the body, except for the caller's token */
    WholeResponse(SubgraphRequest request, KeyDigest digest) {
        this.request = request;
        int end = request.body().arrayOffset() + request.body().limit();
        this.digest = digest.add(request.body().array(), request.afterName(), end);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public CacheKey sharedKey(int part) {
        return digest.fork().key();
    }

    @Override
    public CacheKey privateKey(int part, String token) {
        return digest.fork().add(token).key();
    }

    @Override
    public SubgraphRequest request(BitSet parts) {
        return request;
    }

    @Override
    public List<Value> values(BitSet parts, Envelope response, TagFormats formats) {
        int start = request.body().arrayOffset() + request.body().position();
        List<String> ofFields = formats.ofQuery(
                request.subgraph(),
                request.body().array(),
                start,
                start + request.body().remaining());
        List<String> given = CacheTags.given(response.extensions().get(TAGS));
        return List.of(new Value(
                response.body(),
                CacheTags.of(
                        List.of(CacheTags.ofSubgraph(request.subgraph()), CacheTags.ofType(TYPE)), ofFields, given)));
    }

    @Override
    public byte[] body(List<byte[]> values) {
        return values.getFirst();
    }

    @Override
    public byte @Nullable [] body(List<byte @Nullable []> values, BitSet parts, Envelope response) {
        return response.body();
    }
}
