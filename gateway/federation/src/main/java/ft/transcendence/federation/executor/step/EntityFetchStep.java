package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestedEntities;
import ft.transcendence.federation.executor.request.RequestBody;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.variables.VariableValues;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of entities with one {@code _entities} field for each group, or a nested root fetch.
 *
 * @param rootKind null for entities. For a nested root fetch, the kind of the operation: objects of its root type below the root get the values of
 *     root fields
 * @param divided the fetch that is sent instead if some objects lack a requirement of only some fields: each divisible group is followed by its
 *     parts, which fetch the objects that the group leaves out. Null if no group is divisible
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

    public boolean isNestedRootFetch() {
        return rootKind != null;
    }

    /**
     * Writes the request.
     *
     * @param name of the client's operation; null if it is anonymous
     * @param batches receives one batch for each group
     * @return whether there is anything to fetch
     */
    public boolean write(
            MergedTree tree,
            int root,
            VariableValues variables,
            @Nullable String name,
            JsonWriter out,
            EntityBatch[] batches) {
        if (isNestedRootFetch()) {
            return writeNestedRootFetch(tree, root, variables, name, out, batches);
        }
        body.open(out, name);
        int sent = 0;
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
            sent += batches[i].count();
        }
        body.close(out, variables, true);
        return sent > 0;
    }

    /** Where the representations are in a request that was written; null for a nested root fetch, which has none. */
    public @Nullable RequestedEntities requested(EntityBatch[] batches, JsonWriter written) {
        if (isNestedRootFetch()) {
            return null;
        }
        List<RequestedEntities.Group> requested = new ArrayList<>(batches.length);
        for (int i = 0; i < batches.length; i++) {
            if (batches[i].count() > 0) {
                requested.add(groups.get(i).requested(batches[i], written));
            }
        }
        return new RequestedEntities(requested);
    }

    /** Writes the request of a nested root fetch. It has no representations: all objects of a group wait for the same response. */
    private boolean writeNestedRootFetch(
            MergedTree tree,
            int root,
            VariableValues variables,
            @Nullable String name,
            JsonWriter out,
            EntityBatch[] batches) {
        boolean isNeeded = false;
        for (int i = 0; i < batches.length; i++) {
            EntityGroupStep group = groups.get(i);
            batches[i] = new EntityBatch();
            batches[i].write(group, group.targets(tree, root), tree, new JsonWriter(64));
            isNeeded |= batches[i].count() > 0;
        }
        ByteBuffer request = body.of(variables, name);
        out.write(request.array(), request.position(), request.remaining());
        return isNeeded;
    }

    /** Whether some objects can only be fetched by parts of their groups. */
    public static boolean mustBeDivided(EntityBatch[] batches) {
        for (EntityBatch batch : batches) {
            if (batch.dividedObjects().size() > 0) {
                return true;
            }
        }
        return false;
    }
}
