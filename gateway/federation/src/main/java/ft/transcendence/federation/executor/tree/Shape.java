package ft.transcendence.federation.executor.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the objects at one position of the merged tree: one for each merged key that a fetch writes, a representation reads or the
 * client's response contains. It grows while a plan is compiled and is read-only afterwards.
 */
public final class Shape {

    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<@Nullable Shape> children = new ArrayList<>();
    private final List<@Nullable String> clientKeys = new ArrayList<>();

    /** The slot of a merged key, which is added if it is new. */
    public int slot(String mergedKey) {
        Integer known = slots.get(mergedKey);
        if (known != null) {
            return known;
        }
        slots.put(mergedKey, children.size());
        children.add(null);
        clientKeys.add(null);
        return children.size() - 1;
    }

    /** The shape of the objects in a slot, or in the (nested) list in that slot. */
    public Shape child(int slot) {
        Shape known = children.get(slot);
        if (known != null) {
            return known;
        }
        Shape child = new Shape();
        children.set(slot, child);
        return child;
    }

    public int size() {
        return children.size();
    }

    /** Records the client's response key for a slot, for the paths of errors. */
    public void showAs(int slot, String clientKey) {
        clientKeys.set(slot, clientKey);
    }

    /** The client's response key for a slot; null if only the plan needs it. */
    public @Nullable String clientKey(int slot) {
        return clientKeys.get(slot);
    }
}
