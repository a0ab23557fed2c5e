package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.RequestedEntities;
import ft.transcendence.federation.executor.request.RepresentationWriter;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TargetPath;
import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One {@code _entities} field of an entity fetch: the objects it completes, their representations, the selected fields. */
public final class EntityGroupStep {

    private final TargetPath path;
    private final String key;
    private final byte[] variable;
    private final List<RepresentationWriter> writers;
    private final FetchedFields fields;
    private final Division division;
    private final @Nullable IntList targets;
    private final byte[] contextMembers;

    /** What happens to objects that lack a requirement. */
    public enum Division {
        /** They are not fetched. */
        NONE,
        /** Parts of the group fetch them. */
        DIVISIBLE,
        /** The group is such a part. */
        PART
    }

    /**
     * @param key the response key of the {@code _entities} field
     * @param variable the name of the variable with the representations
     */
    public EntityGroupStep(
            TargetPath path,
            String key,
            String variable,
            List<RepresentationWriter> writers,
            FetchedFields fields,
            Division division) {
        this(path, key, variable, writers, fields, division, null, new byte[0]);
    }

    private EntityGroupStep(
            TargetPath path,
            String key,
            String variable,
            List<RepresentationWriter> writers,
            FetchedFields fields,
            Division division,
            @Nullable IntList targets,
            byte[] contextMembers) {
        JsonWriter member = new JsonWriter(variable.length() + 3);
        member.writeString(variable);
        member.write(':');
        this.path = path;
        this.key = key;
        this.variable = member.toByteArray();
        this.writers = List.copyOf(writers);
        this.fields = fields;
        this.division = division;
        this.targets = targets;
        this.contextMembers = contextMembers;
    }

    /**
     * This group for some of its objects only.
     *
     * @param onlyTargets null for all objects on the path
     * @param members further variables of the request, each preceded by a comma
     */
    EntityGroupStep part(String otherKey, String otherVariable, @Nullable IntList onlyTargets, byte[] members) {
        return new EntityGroupStep(path, otherKey, otherVariable, writers, fields, division, onlyTargets, members);
    }

    boolean isDivisible() {
        return division == Division.DIVISIBLE;
    }

    boolean isPart() {
        return division == Division.PART;
    }

    /** The objects to complete. */
    IntList targets(MergedTree tree, int root) {
        return targets == null ? path.collect(tree, root) : targets;
    }

    /** The variables of the request that follow the representations. */
    byte[] contextMembers() {
        return contextMembers;
    }

    /** Where the representations are. They follow each other, so that only the end of the last one must be found. */
    RequestedEntities.Group requested(EntityBatch batch, JsonWriter written) {
        int[] starts = new int[batch.count()];
        int[] ends = new int[batch.count()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = batch.start(i);
            if (i > 0) {
                ends[i - 1] = starts[i] - 1;
            }
        }
        JsonReader reader = new JsonReader();
        reader.reset(written.array(), starts[starts.length - 1], written.size());
        reader.skipValue();
        ends[starts.length - 1] = reader.position();
        Map<String, Set<String>> keyFields = new HashMap<>();
        writers.forEach(writer -> keyFields.merge(writer.typename(), writer.keyFields(), EntityGroupStep::union));
        return new RequestedEntities.Group(key, starts, ends, keyFields);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    public TargetPath path() {
        return path;
    }

    public String key() {
        return key;
    }

    /** The name and colon of the member with the representations. */
    byte[] variable() {
        return variable;
    }

    public FetchedFields fields() {
        return fields;
    }

    /** The writer for objects of a runtime type; null if they are not fetched. */
    @Nullable RepresentationWriter writerFor(int runtimeType) {
        for (RepresentationWriter writer : writers) {
            if (writer.fits(runtimeType)) {
                return writer;
            }
        }
        return null;
    }
}
