package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.FetchedFields;
import ft.transcendence.federation.executor.tree.MergedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the places that errors of subgraphs' responses name: their paths become the client's, and the nulls there count as explained. */
final class ErrorPaths {

    private final MergedTree tree;

    ErrorPaths(MergedTree tree) {
        this.tree = tree;
    }

    /** The path an error names in the subgraph's response; empty if it names none. */
    static List<?> pathOf(@Nullable Object error) {
        return error instanceof Map<?, ?> members && members.get("path") instanceof List<?> path ? path : List.of();
    }

    /**
     * Follows a path of a response from one of its objects and marks the null it leads to as explained.
     *
     * @param path in the subgraph's response keys
     * @param from the first segment of {@code path} that belongs to the object
     * @return the path in the client's keys, as far as the response shows it
     */
    List<Object> explain(FetchedFields fields, int object, List<?> path, int from) {
        List<Object> shown = new ArrayList<>();
        boolean visible = true;
        FetchedFields place = fields;
        long cell = MergedTree.objectCell(object);
        for (int i = from; i < path.size(); i++) {
            if (path.get(i) instanceof String key) {
                int field = place == null ? -1 : place.indexOf(key);
                if (place == null || field < 0 || place.slot(field) == FetchedFields.TYPENAME) {
                    return shown;
                }
                String clientKey = place.shape().clientKey(place.slot(field));
                visible &= clientKey != null;
                if (visible && clientKey != null) {
                    shown.add(clientKey);
                }
                cell = explainSlot(cell, place.slot(field));
                place = place.child(field);
            } else if (path.get(i) instanceof Long index) {
                if (visible) {
                    shown.add(index);
                }
                cell = explainItem(cell, index);
            }
        }
        return shown;
    }

    private long explainSlot(long cell, int slot) {
        if (MergedTree.tag(cell) != MergedTree.OBJECT) {
            return MergedTree.MISSING;
        }
        int object = MergedTree.index(cell);
        long value = tree.slot(object, slot);
        if (MergedTree.isNothing(value)) {
            tree.setSlot(object, slot, MergedTree.FAILED);
        }
        return value;
    }

    private long explainItem(long cell, long position) {
        if (MergedTree.tag(cell) != MergedTree.LIST) {
            return MergedTree.MISSING;
        }
        int list = MergedTree.index(cell);
        if (position < 0 || position >= tree.length(list)) {
            return MergedTree.MISSING;
        }
        long value = tree.item(list, (int) position);
        if (MergedTree.isNothing(value)) {
            tree.setItem(list, (int) position, MergedTree.FAILED);
        }
        return value;
    }
}
