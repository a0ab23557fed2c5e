package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.executor.projection.ObjectShape;
import ft.transcendence.federation.executor.projection.Projection;
import ft.transcendence.federation.executor.projection.ReachedPoints;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes the parts of one incremental response. */
public abstract sealed class PartWriter permits PendingPartWriter, RepeatingPartWriter {

    private static final int CAPACITY = 512;

    final DeferredParts parts;
    private final MergedTree tree;
    private final TypeNumbers types;
    private final Map<String, byte[]> introspection;

    PartWriter(DeferredParts parts, MergedTree tree, TypeNumbers types, Map<String, byte[]> introspection) {
        this.parts = parts;
        this.tree = tree;
        this.types = types;
        this.introspection = introspection;
    }

    public static PartWriter of(
            IncrementalFormat format,
            DeferredParts parts,
            MergedTree tree,
            TypeNumbers types,
            Map<String, byte[]> introspection) {
        return switch (format) {
            case PENDING -> new PendingPartWriter(parts, tree, types, introspection);
            case REPEATING -> new RepeatingPartWriter(parts, tree, types, introspection);
        };
    }

    /**
     * Writes the primary part.
     *
     * @param errors the errors of fetches; those of the data are added
     * @param extensions empty for none
     * @param limit the maximum number of bytes
     */
    public GraphQLResponse primary(
            ObjectShape shape, int root, ResponseErrors errors, Map<String, Object> extensions, int limit) {
        JsonWriter out = new JsonWriter(CAPACITY, limit);
        ReachedPoints points = new ReachedPoints();
        out.writeAscii("{\"data\":");
        new Projection(tree, types, introspection, errors, out, List.of(), points).writeRoot(shape, root);
        if (!errors.isEmpty()) {
            out.writeAscii(",\"errors\":");
            errors.write(out);
        }
        if (!extensions.isEmpty()) {
            out.writeAscii(",\"extensions\":");
            out.writeValue(extensions);
        }
        reachWithPrimary(points);
        writeAnnouncements(parts.announce(), out);
        return end(out, errors.entries());
    }

    /**
     * Writes all fragments that are ready.
     *
     * @param limit the maximum number of bytes
     */
    public GraphQLResponse next(int limit) {
        Payload payload = new Payload(new JsonWriter(CAPACITY, limit));
        for (OptionalInt ready = parts.nextReady(); ready.isPresent(); ready = parts.nextReady()) {
            int fragment = ready.getAsInt();
            writeFragment(fragment, payload);
            parts.delivered(fragment);
            payload.announced.addAll(parts.announce());
        }
        return end(assemble(payload, limit), payload.errors);
    }

    /** Writes that nothing of what the client waits for can be delivered. */
    public GraphQLResponse failure(Map<String, @Nullable Object> error) {
        Payload payload = new Payload(new JsonWriter(CAPACITY));
        for (DeferredInstance instance : parts.open()) {
            if (instance.isAnnounced()) {
                writeFailure(instance, List.of(error), payload);
            }
        }
        JsonWriter out = assemble(payload, Integer.MAX_VALUE);
        out.writeAscii(",\"hasNext\":false}");
        return new GraphQLResponse(GraphQLResponse.Kind.PART, out.array(), out.size(), List.of(error));
    }

    private GraphQLResponse end(JsonWriter out, List<Map<String, @Nullable Object>> errors) {
        out.writeAscii(parts.isAnyOpen() ? ",\"hasNext\":true}" : ",\"hasNext\":false}");
        return new GraphQLResponse(GraphQLResponse.Kind.PART, out.array(), out.size(), errors);
    }

    /** What is written for one payload: its entries of {@code incremental} and {@code completed}, and what it announces. */
    static final class Payload {
        final JsonWriter items;
        final List<Map<String, @Nullable Object>> completed = new ArrayList<>();
        final List<DeferredInstance> announced = new ArrayList<>();
        final List<Map<String, @Nullable Object>> errors = new ArrayList<>();

        Payload(JsonWriter items) {
            this.items = items;
        }
    }

    /** Notes what follows the primary part. */
    abstract void reachWithPrimary(ReachedPoints points);

    /** Writes announced instances as a member; nothing if there are none. */
    abstract void writeAnnouncements(List<DeferredInstance> announced, JsonWriter out);

    /** Writes a fragment at all its objects. */
    abstract void writeFragment(int fragment, Payload payload);

    /** Writes that an instance could not be delivered. */
    abstract void writeFailure(DeferredInstance instance, List<Map<String, @Nullable Object>> errors, Payload payload);

    /** Puts the payload together, without {@code hasNext} and the closing brace. */
    abstract JsonWriter assemble(Payload payload, int limit);

    final Projection projection(ResponseErrors errors, JsonWriter out, List<Object> base, ReachedPoints points) {
        return new Projection(tree, types, introspection, errors, out, base, points);
    }

    /** Writes the values as a member, preceded by a comma unless the object is empty so far. */
    static void writeMember(String name, byte[] items, int length, JsonWriter out) {
        if (out.size() > 1) {
            out.write(',');
        }
        out.writeString(name);
        out.writeAscii(":[");
        out.write(items, 0, length);
        out.write(']');
    }

    /** The errors, or one that says that the reason is in another part. */
    static List<Map<String, @Nullable Object>> orUnknown(
            List<Map<String, @Nullable Object>> errors, List<Object> path) {
        if (!errors.isEmpty()) {
            return errors;
        }
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", "A deferred fragment failed because of an error in another part of the response");
        if (!path.isEmpty()) {
            error.put("path", path);
        }
        error.put("extensions", Map.of("code", "DEFERRED_FRAGMENT_FAILED"));
        return List.of(error);
    }
}
