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
 * What one fetch asks of the objects at one place, fragments flattened: a response's member is recognized by its response key alone,
 * because within a selection set a response key always lands under the same merged key.
 */
public final class FetchedFields {

    /** In place of a slot: the value is the object's runtime type. */
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

    /** A field of the flattened selection, still to be compiled. */
    private static final class Field {
        final String responseKey;
        final int slot;
        /** Selection sets that are the same list are looked at once. */
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

    /** The shape of the objects these fields are written into. */
    public Shape shape() {
        return shape;
    }

    public int count() {
        return slots.length;
    }

    /** The response key in the response, as a JSON string. */
    public byte[] name(int field) {
        return names[field];
    }

    /** Where the value goes, or {@link #TYPENAME}. */
    public int slot(int field) {
        return slots[field];
    }

    /** What is asked of the objects in the value; null for a leaf. */
    public @Nullable FetchedFields child(int field) {
        return children[field];
    }

    /** The field with this response key, -1 if none has it. */
    public int indexOf(String responseKey) {
        for (int i = 0; i < responseKeys.length; i++) {
            if (responseKeys[i].equals(responseKey)) {
                return i;
            }
        }
        return -1;
    }
}
