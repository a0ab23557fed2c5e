package ft.transcendence.federation.executor;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of one execution beside the plan.
 *
 * @param operationName the name of the client's operation; null if it is anonymous
 * @param introspection the JSON of {@code __schema} and {@code __type} fields by response key
 * @param errors known before the execution; they are part of the response
 */
public record ExecutionInput(
        RequestContext context,
        @Nullable String operationName,
        VariableValues variables,
        Map<String, byte[]> introspection,
        List<Map<String, @Nullable Object>> errors) {}
