package ft.transcendence.gateway.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes the answer to a refused request: a GraphQL error with a stable code and no {@code data}. */
final class ErrorBody {
    private ErrorBody() {}

    static byte[] of(Refusal refusal, String message) {
        String body = "{\"errors\":[{\"message\":\"" + escape(message) + "\",\"extensions\":{\"code\":\""
                + refusal.name() + "\"}}]}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
