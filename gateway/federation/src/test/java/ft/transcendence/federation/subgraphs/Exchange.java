package ft.transcendence.federation.subgraphs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a subgraph and the response.
 *
 * @param response the body of the response, JSON or not
 */
public record Exchange(String subgraph, String query, Map<String, @Nullable Object> variables, String response) {

    @Override
    public String toString() {
        return subgraph + "\n    " + query.strip().replace("\n", "\n    ")
                + (variables.isEmpty() ? "" : "\n    variables " + Json.text(variables)) + "\n    response  "
                + response;
    }
}
