package ft.transcendence.federation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted of an error in a response.
 *
 * @param code its {@code extensions.code}. That of a subgraph's error may be any text
 * @param subgraph the subgraph that caused it; null if none did
 */
public record ResponseError(String code, @Nullable String subgraph) {

    private static final String UNKNOWN = "UNKNOWN";

    /** The entries of {@code errors}, as the engine writes them. */
    static List<ResponseError> of(List<? extends Map<String, ?>> entries) {
        return entries.stream().map(ResponseError::of).toList();
    }

    private static ResponseError of(Map<String, ?> entry) {
        Map<?, ?> extensions = entry.get("extensions") instanceof Map<?, ?> members ? members : Map.of();
        return new ResponseError(
                extensions.get("code") instanceof String code ? code : UNKNOWN,
                extensions.get("service") instanceof String subgraph ? subgraph : null);
    }
}
