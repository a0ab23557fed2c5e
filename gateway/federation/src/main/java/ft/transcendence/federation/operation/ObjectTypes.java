package ft.transcendence.federation.operation;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * An immutable list of object type names. Looking up a name takes constant time, as do hashing, and comparing a list with itself.
 */
public final class ObjectTypes extends AbstractList<String> implements RandomAccess {
    private static final ObjectTypes NONE = new ObjectTypes(List.of());

    private final List<String> names;
    private final Map<String, Integer> indexes;
    private final int hash;

    private ObjectTypes(List<String> names) {
        this.names = names;
        this.indexes = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            indexes.putIfAbsent(names.get(i), i);
        }
        this.hash = names.hashCode();
    }

    /** The list of these names; the same instance if it is one already. */
    public static ObjectTypes of(Collection<String> names) {
        if (names instanceof ObjectTypes types) {
            return types;
        }
        return names.isEmpty() ? NONE : new ObjectTypes(List.copyOf(names));
    }

    @Override
    public String get(int index) {
        return names.get(index);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean contains(Object name) {
        return indexes.containsKey(name);
    }

    @Override
    public int indexOf(Object name) {
        return indexes.getOrDefault(name, -1);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || !(other instanceof ObjectTypes types && types.hash != hash) && super.equals(other);
    }
}
