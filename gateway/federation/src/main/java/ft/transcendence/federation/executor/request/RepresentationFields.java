package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputFragment;
import ft.transcendence.federation.plan.input.InputSelection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled fields of a representation, or of an object inside a representation. */
final class RepresentationFields {

    private static final int TYPENAME = -1;

    private final List<Field> fields = new ArrayList<>();

    /**
     * A compiled field.
     *
     * @param name the member's name and colon, preceded by a comma
     * @param types the runtime types of objects that have the field; null for all
     * @param children the fields of objects in the value; null for a leaf
     */
    private record Field(
            byte[] name,
            int slot,
            boolean @Nullable [] types,
            @Nullable RepresentationFields children) {}

    public static RepresentationFields of(List<InputSelection> selections, Shape shape, TypeNumbers types) {
        RepresentationFields fields = new RepresentationFields();
        fields.add(selections, shape, types, null);
        return fields;
    }

    private void add(List<InputSelection> selections, Shape shape, TypeNumbers types, boolean @Nullable [] condition) {
        for (InputSelection selection : selections) {
            switch (selection) {
                case InputFragment fragment ->
                    add(fragment.selections(), shape, types, both(condition, types.setOf(fragment.runtimeTypes())));
                case InputField field -> fields.add(compiled(field, shape, types, condition));
            }
        }
    }

    private static boolean[] both(boolean @Nullable [] outer, boolean[] inner) {
        if (outer != null) {
            for (int i = 0; i < inner.length; i++) {
                inner[i] &= outer[i];
            }
        }
        return inner;
    }

    private static Field compiled(InputField field, Shape shape, TypeNumbers types, boolean @Nullable [] condition) {
        JsonWriter name = new JsonWriter(field.name().length() + 4);
        name.write(',');
        name.writeString(field.name());
        name.write(':');
        if (field.mergedKey().equals("__typename")) {
            return new Field(name.toByteArray(), TYPENAME, condition, null);
        }
        int slot = shape.slot(field.mergedKey());
        RepresentationFields children =
                field.selections().isEmpty() ? null : of(field.selections(), shape.child(slot), types);
        return new Field(name.toByteArray(), slot, condition, children);
    }

    /**
     * Writes the members for one object, each preceded by a comma.
     *
     * @param nullsAllowed whether null values are sent; if not, one makes the whole representation {@link Outcome#ABSENT}
     */
    public Outcome write(MergedTree tree, int object, TypeNumbers types, JsonWriter out, boolean nullsAllowed) {
        int type = tree.type(object);
        for (Field field : fields) {
            if (field.types != null && !field.types[type]) {
                continue;
            }
            out.write(field.name);
            Outcome outcome = field.slot == TYPENAME
                    ? writeType(type, types, out)
                    : writeValue(field.children, tree.slot(object, field.slot), tree, types, out, nullsAllowed);
            if (outcome != Outcome.WRITTEN) {
                return outcome;
            }
        }
        return Outcome.WRITTEN;
    }

    private static Outcome writeType(int type, TypeNumbers types, JsonWriter out) {
        if (type == MergedTree.UNKNOWN_TYPE) {
            return Outcome.UNKNOWN_TYPE;
        }
        out.write(types.quotedName(type));
        return Outcome.WRITTEN;
    }

    private static Outcome writeValue(
            @Nullable RepresentationFields children,
            long cell,
            MergedTree tree,
            TypeNumbers types,
            JsonWriter out,
            boolean nullsAllowed) {
        switch (MergedTree.tag(cell)) {
            case MergedTree.LEAF -> {
                out.write(
                        tree.response(MergedTree.leafResponse(cell)),
                        MergedTree.leafOffset(cell),
                        MergedTree.leafLength(cell));
                return Outcome.WRITTEN;
            }
            case MergedTree.NULL -> {
                out.writeNull();
                return nullsAllowed ? Outcome.WRITTEN : Outcome.ABSENT;
            }
            case MergedTree.OBJECT -> {
                return children == null
                        ? Outcome.ABSENT
                        : writeObject(children, MergedTree.index(cell), tree, types, out, nullsAllowed);
            }
            case MergedTree.LIST -> {
                return writeList(children, MergedTree.index(cell), tree, types, out, nullsAllowed);
            }
            case MergedTree.FAILED -> {
                return Outcome.FAILED;
            }
            default -> {
                return Outcome.ABSENT;
            }
        }
    }

    private static Outcome writeObject(
            RepresentationFields children,
            int object,
            MergedTree tree,
            TypeNumbers types,
            JsonWriter out,
            boolean nullsAllowed) {
        int start = out.size();
        Outcome outcome = children.write(tree, object, types, out, nullsAllowed);
        if (out.size() == start) {
            out.write('{');
        } else {
            out.array()[start] = '{';
        }
        out.write('}');
        return outcome;
    }

    private static Outcome writeList(
            @Nullable RepresentationFields children,
            int list,
            MergedTree tree,
            TypeNumbers types,
            JsonWriter out,
            boolean nullsAllowed) {
        out.write('[');
        for (int i = 0; i < tree.length(list); i++) {
            if (i > 0) {
                out.write(',');
            }
            Outcome outcome = writeValue(children, tree.item(list, i), tree, types, out, nullsAllowed);
            if (outcome != Outcome.WRITTEN) {
                return outcome;
            }
        }
        out.write(']');
        return Outcome.WRITTEN;
    }
}
