package ft.transcendence.federation.subgraphs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request a subgraph got and what it answered.
 *
 * @param answer the answer's body, JSON or not
 */
public record Exchange(String subgraph, String query, Map<String, @Nullable Object> variables, String answer) {

    @Override
    public String toString() {
        return subgraph + "\n    " + query.strip().replace("\n", "\n    ")
                + (variables.isEmpty() ? "" : "\n    variables " + Json.text(variables)) + "\n    answer    " + answer;
    }
}
