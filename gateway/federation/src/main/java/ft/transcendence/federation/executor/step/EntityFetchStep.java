package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.executor.request.RequestBody;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.variables.VariableValues;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of entities, one {@code _entities} field for each group.
 *
 * @param rootKind null for entities; else the groups are nested root fetches: objects of that operation's root type, further down, get what
 *     the root fields of the subgraph answer
 * @param divided what is sent instead when some objects lack a requirement of only some fields: each group that can be divided is
 *     followed by its parts, which ask for the objects it leaves. Null when no group can be divided
 */
public record EntityFetchStep(
        String subgraph,
        String url,
        RequestBody body,
        List<EntityGroupStep> groups,
        @Nullable OperationKind rootKind,
        @Nullable EntityFetchStep divided)
        implements Step.Fetch {

    public EntityFetchStep {
        groups = List.copyOf(groups);
    }

    /** The kind of the operation that is sent. */
    public OperationKind kind() {
        return rootKind == null ? OperationKind.QUERY : rootKind;
    }

    public boolean isRootMove() {
        return rootKind != null;
    }

    /**
     * Writes the request.
     *
     * @param batches receives one batch for each group
     * @return whether there is anything to ask
     */
    public boolean write(MergedTree tree, int root, VariableValues variables, JsonWriter out, EntityBatch[] batches) {
        if (isRootMove()) {
            return writeRootMove(tree, root, variables, out, batches);
        }
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

    /** Nothing is sent for the objects; all of a group wait for the one response. */
    private boolean writeRootMove(
            MergedTree tree, int root, VariableValues variables, JsonWriter out, EntityBatch[] batches) {
        boolean isAsked = false;
        for (int i = 0; i < batches.length; i++) {
            EntityGroupStep group = groups.get(i);
            batches[i] = new EntityBatch();
            batches[i].write(group, group.targets(tree, root), tree, new JsonWriter(64));
            isAsked |= batches[i].count() > 0;
        }
        ByteBuffer request = body.of(variables);
        out.write(request.array(), request.position(), request.remaining());
        return isAsked;
    }

    /** Whether some objects can only be asked for in parts. */
    public static boolean mustBeDivided(EntityBatch[] batches) {
        for (EntityBatch batch : batches) {
            if (batch.dividedObjects().size() > 0) {
                return true;
            }
        }
        return false;
    }
}
