package ft.transcendence.subgraph.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL error with an {@link ErrorCode} in its {@code extensions}. It leaves out the classification that
 * graphql-java adds, which would be a second and often contradictory code.
 */
public final class CodedError implements GraphQLError {

    private static final long serialVersionUID = 1L;

    /** The name of the extension with the code. */
    public static final String CODE = "code";

    private final GraphQLError error;

    private CodedError(GraphQLError error) {
        this.error = error;
    }

    /** Completes the error with its code, its message and further extensions. */
    public static GraphQLError of(
            GraphqlErrorBuilder<?> error, ErrorCode code, String message, Map<String, Object> details) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, code.name());
        extensions.putAll(details);
        return new CodedError(
                error.message("%s", message).extensions(extensions).build());
    }

    @Override
    public String getMessage() {
        return error.getMessage();
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return error.getLocations();
    }

    @Override
    public ErrorClassification getErrorType() {
        return error.getErrorType();
    }

    @Override
    public @Nullable List<Object> getPath() {
        return error.getPath();
    }

    @Override
    public Map<String, Object> getExtensions() {
        return error.getExtensions();
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> specification = new LinkedHashMap<>(error.toSpecification());
        specification.put("extensions", error.getExtensions());
        return specification;
    }
}
