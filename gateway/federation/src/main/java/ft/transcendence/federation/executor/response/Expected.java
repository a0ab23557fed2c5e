package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.executor.step.RootFetchStep;
import java.util.Arrays;
import java.util.BitSet;

/** What a response is expected to contain. */
sealed interface Expected {

    record Root(RootFetchStep step) implements Expected {}

    /**
     * Entities, or root fields for objects below the root.
     *
     * @param received for each group, whether the response has entities for it
     * @param missing for each group, the representations whose entity is null
     */
    record Entities(EntityFetchStep step, EntityBatch[] batches, boolean[] received, BitSet[] missing)
            implements Expected {

        static Entities of(EntityFetchStep step, EntityBatch[] batches) {
            BitSet[] missing = new BitSet[batches.length];
            Arrays.setAll(missing, group -> new BitSet());
            return new Entities(step, batches, new boolean[batches.length], missing);
        }
    }
}
