package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.executor.projection.ReachedPoints;
import ft.transcendence.federation.executor.projection.ResponseErrors;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link ft.transcendence.federation.IncrementalFormat#PENDING}: each field once. What fragments share is delivered with the first of them
 * that is complete.
 */
final class PendingPartWriter extends PartWriter {

    PendingPartWriter(DeferredParts parts, MergedTree tree, TypeNumbers types, Map<String, byte[]> introspection) {
        super(parts, tree, types, introspection);
    }

    /** The objects of an announced fragment are delivered once, with whatever part they belong to. */
    @Override
    void reachWithPrimary(ReachedPoints points) {
        parts.reach(points);
        parts.add(DeferredParts.sites(points));
    }

    @Override
    void writeAnnouncements(List<DeferredInstance> announced, JsonWriter out) {
        if (!announced.isEmpty()) {
            JsonWriter pending = new JsonWriter(64 * announced.size());
            announced.forEach(instance -> writePending(instance, pending));
            writeMember("pending", pending.array(), pending.size(), out);
        }
    }

    private void writePending(DeferredInstance instance, JsonWriter out) {
        out.writeAscii(out.size() == 0 ? "{\"id\":" : ",{\"id\":");
        out.writeString(String.valueOf(instance.id()));
        out.writeAscii(",\"path\":");
        out.writeValue(instance.path());
        String label = parts.label(instance.fragment());
        if (label != null) {
            out.writeAscii(",\"label\":");
            out.writeString(label);
        }
        out.write('}');
    }

    @Override
    void writeFragment(int fragment, Payload payload) {
        List<DeferredInstance> instances = parts.instances(fragment);
        if (instances.isEmpty()) {
            return;
        }
        int depth = instances.getFirst().path().size();
        Map<List<Object>, List<DeferredSite>> sites = parts.takeSites(fragment, depth);
        for (DeferredInstance instance : instances) {
            List<DeferredSite> here = sites.getOrDefault(instance.path(), List.of());
            if (!write(instance, here, payload)) {
                // another fragment may have them too
                parts.add(here);
                parts.abandon(instance);
            }
        }
    }

    /** Writes the sites of an instance, and those of the objects that these add to the response. Returns false if it failed. */
    private boolean write(DeferredInstance instance, List<DeferredSite> sites, Payload payload) {
        JsonWriter out = payload.items;
        int start = out.size();
        Deque<DeferredSite> open = new ArrayDeque<>(sites);
        List<DeferredSite> ofOthers = new ArrayList<>();
        List<ReachedPoints> reached = new ArrayList<>();
        List<Map<String, @Nullable Object>> allErrors = new ArrayList<>();
        while (!open.isEmpty()) {
            DeferredSite site = open.poll();
            ResponseErrors errors = new ResponseErrors();
            parts.takeErrors(site.part(), site.path()).forEach(errors::add);
            ReachedPoints points = new ReachedPoints();
            begin(instance, site, out);
            boolean complete = projection(errors, out, site.path(), points).write(site.shape(), site.object());
            allErrors.addAll(errors.entries());
            if (!complete) {
                out.truncate(start);
                writeFailure(instance, orUnknown(allErrors, instance.path()), payload);
                return false;
            }
            end(errors, out);
            reached.add(points);
            for (DeferredSite found : DeferredParts.sites(points)) {
                if (parts.belongs(found, instance.fragment())) {
                    open.add(found);
                } else {
                    ofOthers.add(found);
                }
            }
        }
        reached.forEach(parts::reach);
        parts.add(ofOthers);
        payload.errors.addAll(allErrors);
        payload.completed.add(Map.of("id", String.valueOf(instance.id())));
        return true;
    }

    private static void begin(DeferredInstance instance, DeferredSite site, JsonWriter out) {
        out.writeAscii(out.size() == 0 ? "{\"id\":" : ",{\"id\":");
        out.writeString(String.valueOf(instance.id()));
        int depth = instance.path().size();
        if (site.path().size() > depth) {
            out.writeAscii(",\"subPath\":");
            out.writeValue(site.path().subList(depth, site.path().size()));
        }
        out.writeAscii(",\"data\":");
    }

    private static void end(ResponseErrors errors, JsonWriter out) {
        if (!errors.isEmpty()) {
            out.writeAscii(",\"errors\":");
            errors.write(out);
        }
        out.write('}');
    }

    @Override
    void writeFailure(DeferredInstance instance, List<Map<String, @Nullable Object>> errors, Payload payload) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("id", String.valueOf(instance.id()));
        entry.put("errors", new ArrayList<>(errors));
        payload.completed.add(entry);
        payload.errors.addAll(errors);
    }

    @Override
    JsonWriter assemble(Payload payload, int limit) {
        JsonWriter out = new JsonWriter(payload.items.size() + 256, limit);
        out.write('{');
        writeAnnouncements(payload.announced, out);
        if (payload.items.size() > 0) {
            writeMember("incremental", payload.items.array(), payload.items.size(), out);
        }
        if (!payload.completed.isEmpty()) {
            JsonWriter completed = new JsonWriter(64 * payload.completed.size());
            payload.completed.forEach(entry -> {
                completed.writeAscii(completed.size() == 0 ? "" : ",");
                completed.writeValue(entry);
            });
            writeMember("completed", completed.array(), completed.size(), out);
        }
        return out;
    }
}
