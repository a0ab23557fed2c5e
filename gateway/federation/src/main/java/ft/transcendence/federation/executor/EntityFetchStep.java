package ft.transcendence.federation.executor;

import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of entities, one {@code _entities} field for each group.
 *
 * @param divided what is sent instead when some objects lack a requirement of only some fields: each group that can be divided is
 *     followed by its parts, which ask for the objects it leaves. Null when no group can be divided
 */
record EntityFetchStep(
        String subgraph,
        String url,
        RequestBody body,
        List<EntityGroupStep> groups,
        @Nullable EntityFetchStep divided) implements Step.Fetch {

    EntityFetchStep {
        groups = List.copyOf(groups);
    }

    /**
     * Writes the request.
     *
     * @param batches receives one batch for each group
     * @return whether there is anything to ask
     */
    boolean write(MergedTree tree, int root, VariableValues variables, JsonWriter out, EntityBatch[] batches) {
        body.open(out);
        int asked = 0;
        IntList left = new IntList();
        for (int i = 0; i < batches.length; i++) {
            EntityGroupStep group = groups.get(i);
            if (i > 0) {
                out.write(',');
            }
            out.write(group.variable());
            out.write('[');
            batches[i] = new EntityBatch();
            batches[i].write(group, group.isPart() ? left : group.targets(tree, root), tree, out);
            left = group.isPart() ? left : batches[i].dividedObjects();
            out.write(']');
            out.write(group.contextMembers());
            asked += batches[i].count();
        }
        body.close(out, variables, true);
        return asked > 0;
    }

    /** Whether some objects can only be asked for in parts. */
    static boolean mustBeDivided(EntityBatch[] batches) {
        for (EntityBatch batch : batches) {
            if (batch.dividedObjects().size() > 0) {
                return true;
            }
        }
        return false;
    }
}
