package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.FetchedFields;
import ft.transcendence.federation.executor.tree.MergedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the paths of subgraph errors into paths of the client's response, and marks the nulls they lead to as reported. */
final class ErrorPaths {

    private final MergedTree tree;

    ErrorPaths(MergedTree tree) {
        this.tree = tree;
    }

    /** The path of an error in the subgraph response; empty if it has none. */
    static List<?> pathOf(@Nullable Object error) {
        return error instanceof Map<?, ?> members && members.get("path") instanceof List<?> path ? path : List.of();
    }

    /**
     * Follows a path from an object of the subgraph response and marks a null at its end as reported.
     *
     * @param path with the response keys of the subgraph request
     * @param from the index of the first segment that belongs to the object
     * @return the path with the client's response keys, as far as it is visible in the client's response
     */
    List<Object> explain(FetchedFields fields, int object, List<?> path, int from) {
        List<Object> shown = new ArrayList<>();
        boolean visible = true;
        FetchedFields current = fields;
        long cell = MergedTree.objectCell(object);
        for (int i = from; i < path.size(); i++) {
            if (path.get(i) instanceof String key) {
                int field = current == null ? -1 : current.indexOf(key);
                if (current == null || field < 0 || current.slot(field) == FetchedFields.TYPENAME) {
                    return shown;
                }
                String clientKey = current.shape().clientKey(current.slot(field));
                visible &= clientKey != null;
                if (visible && clientKey != null) {
                    shown.add(clientKey);
                }
                cell = explainSlot(cell, current.slot(field));
                current = current.child(field);
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
