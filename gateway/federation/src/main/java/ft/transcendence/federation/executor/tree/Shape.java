package ft.transcendence.federation.executor.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the objects at one place of the merged tree: one per merged key that any fetch of the plan writes there, any
 * representation reads or the response shows. Grows while a plan is compiled and is only read afterwards.
 */
public final class Shape {

    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<@Nullable Shape> children = new ArrayList<>();
    private final List<@Nullable String> clientKeys = new ArrayList<>();

    /** The slot of a merged key, made if it is new. */
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

    /** The shape of the objects below a slot, however many lists lie between. */
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

    /** Remembers that the response shows a slot, so that errors about it can name it. */
    public void showAs(int slot, String clientKey) {
        clientKeys.set(slot, clientKey);
    }

    /** The key under which clients see a slot; null for one that only the plan needs. */
    public @Nullable String clientKey(int slot) {
        return clientKeys.get(slot);
    }
}
