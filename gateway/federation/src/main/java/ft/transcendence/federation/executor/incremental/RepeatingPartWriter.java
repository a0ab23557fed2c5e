package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.executor.projection.ReachedPoints;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@link ft.transcendence.federation.IncrementalFormat#REPEATING}: each fragment as a whole. */
final class RepeatingPartWriter extends PartWriter {

    RepeatingPartWriter(DeferredParts parts, MergedTree tree, TypeNumbers types, Map<String, byte[]> introspection) {
        super(parts, tree, types, introspection);
    }

    /** Each fragment delivers its own version of its objects, which decides where the fragments inside of it are. */
    @Override
    void reachWithPrimary(ReachedPoints points) {
        parts.reachWithin(points, -1);
    }

    /** In this format the client is not told what follows. */
    @Override
    void writeAnnouncements(List<DeferredInstance> announced, JsonWriter out) {}

    @Override
    void writeFragment(int fragment, Payload payload) {
        for (DeferredInstance instance : parts.instances(fragment)) {
            ResponseErrors errors = new ResponseErrors();
            parts.partsOf(fragment)
                    .forEach(part -> parts.takeErrors(part, instance.path()).forEach(errors::add));
            JsonWriter out = payload.items;
            int start = out.size();
            begin(instance, out);
            ReachedPoints points = new ReachedPoints();
            if (projection(errors, out, instance.path(), points).write(instance.shape(), instance.object())) {
                parts.reachWithin(points, fragment);
                end(errors.entries(), out);
                payload.errors.addAll(errors.entries());
            } else {
                out.truncate(start);
                parts.abandon(instance);
                writeFailure(instance, orUnknown(errors.entries(), instance.path()), payload);
            }
        }
    }

    @Override
    void writeFailure(DeferredInstance instance, List<Map<String, @Nullable Object>> errors, Payload payload) {
        begin(instance, payload.items);
        payload.items.writeNull();
        end(errors, payload.items);
        payload.errors.addAll(errors);
    }

    private void begin(DeferredInstance instance, JsonWriter out) {
        out.writeAscii(out.size() == 0 ? "{" : ",{");
        String label = parts.label(instance.fragment());
        if (label != null) {
            out.writeAscii("\"label\":");
            out.writeString(label);
            out.write(',');
        }
        out.writeAscii("\"path\":");
        out.writeValue(instance.path());
        out.writeAscii(",\"data\":");
    }

    private static void end(List<Map<String, @Nullable Object>> errors, JsonWriter out) {
        if (!errors.isEmpty()) {
            out.writeAscii(",\"errors\":");
            out.writeValue(new ArrayList<>(errors));
        }
        out.write('}');
    }

    @Override
    JsonWriter assemble(Payload payload, int limit) {
        JsonWriter out = new JsonWriter(payload.items.size() + 64, limit);
        out.write('{');
        writeMember("incremental", payload.items.array(), payload.items.size(), out);
        return out;
    }
}
