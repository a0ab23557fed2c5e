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
 * An error whose {@code extensions} say what is wrong by its {@link ErrorCode} alone: graphql-java would add a classification of
 * its own, which is another word for it, and often a contrary one.
 */
public final class CodedError implements GraphQLError {

    private static final long serialVersionUID = 1L;

    /** The extension that holds the code. */
    public static final String CODE = "code";

    private final GraphQLError error;

    private CodedError(GraphQLError error) {
        this.error = error;
    }

    /** The error under construction, with its code, message and further extensions. */
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
