package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that one fetch selects of the objects at one position, with fragments flattened. A member of the response is recognized by its
 * response key alone, because within a selection set a response key always belongs to the same merged key.
 */
public final class FetchedFields {

    /** Instead of a slot: the value is the object's runtime type. */
    public static final int TYPENAME = -1;

    private final Shape shape;
    private final String[] responseKeys;
    private final byte[][] names;
    private final int[] slots;
    private final @Nullable FetchedFields[] children;

    private FetchedFields(Shape shape, List<Field> fields) {
        int count = fields.size();
        this.shape = shape;
        this.responseKeys = new String[count];
        this.names = new byte[count][];
        this.slots = new int[count];
        this.children = new FetchedFields[count];
        for (int i = 0; i < count; i++) {
            Field field = fields.get(i);
            responseKeys[i] = field.responseKey;
            names[i] = JsonWriter.quoted(field.responseKey);
            slots[i] = field.slot;
            children[i] = field.inOrder.isEmpty() ? null : of(field.inOrder, shape.child(field.slot));
        }
    }

    /** A field of the flattened selection before it is compiled. */
    private static final class Field {
        final String responseKey;
        final int slot;
        /** Identical selection sets are processed once. */
        final Map<List<Selection>, List<Selection>> selections = new IdentityHashMap<>();

        final List<List<Selection>> inOrder = new ArrayList<>();

        Field(String responseKey, int slot) {
            this.responseKey = responseKey;
            this.slot = slot;
        }

        void add(List<Selection> below) {
            if (!below.isEmpty() && selections.put(below, below) == null) {
                inOrder.add(below);
            }
        }
    }

    public static FetchedFields of(List<Selection> selections, Shape shape) {
        return of(List.of(selections), shape);
    }

    private static FetchedFields of(Collection<List<Selection>> selections, Shape shape) {
        Map<String, Field> fields = new LinkedHashMap<>();
        selections.forEach(list -> flatten(list, shape, fields));
        return new FetchedFields(shape, List.copyOf(fields.values()));
    }

    private static void flatten(List<Selection> selections, Shape shape, Map<String, Field> fields) {
        for (Selection selection : selections) {
            switch (selection) {
                case InlineFragment fragment -> flatten(fragment.selections(), shape, fields);
                case FieldSelection field ->
                    fields.computeIfAbsent(field.responseKey(), key -> new Field(key, slotOf(field, shape)))
                            .add(field.selections());
            }
        }
    }

    private static int slotOf(FieldSelection field, Shape shape) {
        return field.mergedKey().equals("__typename") ? TYPENAME : shape.slot(field.mergedKey());
    }

    /** The shape of the objects that get the values. */
    public Shape shape() {
        return shape;
    }

    public int count() {
        return slots.length;
    }

    /** The response key as a JSON string. */
    public byte[] name(int field) {
        return names[field];
    }

    /** The slot of the value, or {@link #TYPENAME}. */
    public int slot(int field) {
        return slots[field];
    }

    /** The fields selected of the objects in the value; null for a leaf. */
    public @Nullable FetchedFields child(int field) {
        return children[field];
    }

    /** The index of the field with this response key; -1 if there is none. */
    public int indexOf(String responseKey) {
        for (int i = 0; i < responseKeys.length; i++) {
            if (responseKeys[i].equals(responseKey)) {
                return i;
            }
        }
        return -1;
    }
}
