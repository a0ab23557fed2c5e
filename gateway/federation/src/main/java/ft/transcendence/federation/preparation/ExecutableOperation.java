package ft.transcendence.federation.preparation;

import ft.transcendence.federation.executor.compiler.CompiledPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation that can run.
 *
 * @param denials errors for the fields the caller may not see
 * @param introspects whether part of it is answered from the consumer schema
 */
public record ExecutableOperation(CompiledPlan plan, List<Map<String, @Nullable Object>> denials, boolean introspects) {

    /** The bytes it holds. */
    long weight() {
        return 128 + plan.weight() + denials.size() * 700L;
    }
}
