package ft.transcendence.testkit;

import ft.transcendence.testkit.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people what became of an operation. */
final class Report {

    private Report() {}

    static String of(
            String document,
            Map<String, @Nullable Object> variables,
            String plan,
            List<SubgraphExchange> requests,
            String response) {
        String values = variables.isEmpty() ? "" : "\nvariables " + Json.write(variables);
        return "operation\n" + (document.strip() + values).indent(2)
                + "plan\n" + plan.strip().indent(2)
                + requests(requests)
                + "response\n" + response.strip().indent(2);
    }

    static String requests(List<SubgraphExchange> requests) {
        return requests.isEmpty()
                ? "no request to a subgraph\n"
                : requests.stream().map(request -> "request to " + request).collect(Collectors.joining());
    }
}
