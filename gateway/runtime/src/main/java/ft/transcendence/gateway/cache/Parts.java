package ft.transcendence.gateway.cache;

import ft.transcendence.federation.SubgraphRequest;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request asks for, divided into the values that are kept. The numbers of parts begin at zero. */
sealed interface Parts permits WholeResponse, EntityParts {
    /**
     * A value in a response.
     *
     * @param tags null if it must not be kept
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(byte[] json, @Nullable List<String> tags) {}

    int count();

    /** The key of the value for everybody. */
    CacheKey sharedKey(int part);

    /** The key of the value for callers with this token; with an empty one, for all without. */
    CacheKey privateKey(int part, String token);

    /** The request for some parts only. */
    SubgraphRequest request(BitSet parts);

    /** The values of these parts, in their order, in the response to a request for them; null if they cannot be told. */
    @Nullable List<Value> values(BitSet parts, Envelope response, TagFormats formats);

    /** The body of a response with all values, as the subgraph could have sent it. */
    byte[] body(List<byte[]> values);

    /**
     * The body of a response with some values and the errors of the others.
     *
     * @param values null for the parts of the response
     * @param parts those that were asked for
     * @return null if the response cannot be understood
     */
    byte @Nullable [] body(List<byte @Nullable []> values, BitSet parts, Envelope response);
}
