package ft.transcendence.federation.preparation;

import ft.transcendence.federation.executor.compiler.CompiledPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is ready to be executed.
 *
 * @param denials the errors for the fields that the caller may not see
 * @param introspects whether it selects introspection fields
 */
public record ExecutableOperation(CompiledPlan plan, List<Map<String, @Nullable Object>> denials, boolean introspects) {

    /** The estimated size in bytes. */
    long weight() {
        return 128 + plan.weight() + denials.size() * 700L;
    }
}
