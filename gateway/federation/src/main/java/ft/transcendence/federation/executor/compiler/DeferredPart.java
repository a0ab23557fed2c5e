package ft.transcendence.federation.executor.compiler;

import ft.transcendence.federation.executor.step.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled deferred part.
 *
 * @param number of the part
 * @param after the parts that have to be fetched before; 0 is the primary part
 * @param step what is fetched; null if earlier parts fetch it all
 */
public record DeferredPart(
        int number, List<Integer> after, @Nullable Step step) {

    public DeferredPart {
        after = List.copyOf(after);
    }
}
