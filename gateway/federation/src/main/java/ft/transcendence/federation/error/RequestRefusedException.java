package ft.transcendence.federation.error;

import ft.transcendence.federation.GraphQLResponse;
import java.util.List;

/** A request is refused before it is executed. The response says why. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphQLResponse response;

    private RequestRefusedException(String message, GraphQLResponse response) {
        super(message, null, false, false);
        this.response = response;
    }

    public RequestRefusedException(List<RequestError> errors) {
        this(errors.getFirst().message(), RequestError.response(GraphQLResponse.Kind.REQUEST_ERROR, errors));
    }

    public RequestRefusedException(String message, String code) {
        this(List.of(new RequestError(message, List.of(), code)));
    }

    /** Refuses a valid operation that cannot be executed: its {@code data} is null. */
    public static RequestRefusedException withoutData(String message, String code) {
        return new RequestRefusedException(
                message, RequestError.withoutData(new RequestError(message, List.of(), code)));
    }

    /** Refuses a request that the client may send again. */
    public static RequestRefusedException overloaded(String message, String code) {
        return of(GraphQLResponse.Kind.OVERLOADED, message, code);
    }

    /** Refuses a request with this kind of response. */
    public static RequestRefusedException of(GraphQLResponse.Kind kind, String message, String code) {
        return new RequestRefusedException(
                message, RequestError.response(kind, List.of(new RequestError(message, List.of(), code))));
    }

    public GraphQLResponse response() {
        return response;
    }
}
