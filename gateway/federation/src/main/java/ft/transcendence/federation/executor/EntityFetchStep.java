package ft.transcendence.federation.executor;

import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.variables.VariableValues;
import java.util.List;

/** A fetch of entities, one {@code _entities} field for each group. */
record EntityFetchStep(String subgraph, String url, RequestBody body, List<EntityGroupStep> groups)
        implements Step.Fetch {

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
        for (int i = 0; i < batches.length; i++) {
            EntityGroupStep group = groups.get(i);
            if (i > 0) {
                out.write(',');
            }
            out.write(group.variable());
            out.write('[');
            batches[i] = new EntityBatch();
            batches[i].write(group, group.targets(tree, root), tree, out);
            out.write(']');
            out.write(group.contextMembers());
            asked += batches[i].count();
        }
        body.close(out, variables, true);
        return asked > 0;
    }
}
