package ft.transcendence.gateway.error;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** The response body of a {@link GatewayError}: a GraphQL error with a stable code and no {@code data}. */
public final class ErrorBody {
    private ErrorBody() {}

    public static byte[] of(GatewayErrorException refusal) {
        return of(refusal.error(), refusal.clientMessage());
    }

    public static byte[] of(GatewayError error, String message) {
        String body = "{\"errors\":[{\"message\":\"" + escape(message) + "\",\"extensions\":{\"code\":\"" + error.name()
                + "\"}}]}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
