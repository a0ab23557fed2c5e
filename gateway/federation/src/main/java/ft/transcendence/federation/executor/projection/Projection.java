package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonReader;
import ft.transcendence.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the data of the client's response from the merged tree, in one pass and in the client's field order. It applies the specification's
 * "Value Completion": a value that is missing or not of its type becomes null, and a null in a non-null position propagates to the nearest
 * nullable value around it, with one error. A value is written before it is known whether its parent becomes null; in that case the buffer is
 * truncated.
 */
public final class Projection {

    private final MergedTree tree;
    private final TypeNumbers types;
    private final Map<String, byte[]> introspection;
    private final ResponseErrors errors;
    private final JsonWriter out;
    private final List<Object> base;
    private final @Nullable ReachedPoints points;
    private final JsonReader items = new JsonReader();
    private @Nullable WrittenObjects written;

    // the path of the value being written: a field, or a list index where the field is null
    private @Nullable ProjectedField[] pathFields = new ProjectedField[32];
    private int[] pathIndexes = new int[32];
    private int depth;

    /** @param introspection the JSON of introspection fields by response key */
    public Projection(
            MergedTree tree,
            TypeNumbers types,
            Map<String, byte[]> introspection,
            ResponseErrors errors,
            JsonWriter out) {
        this(tree, types, introspection, errors, out, List.of(), null);
    }

    /**
     * A projection of a part of the response.
     *
     * @param introspection the JSON of introspection fields by response key
     * @param base the client's path to the object that is written
     * @param points receives what is delivered later; null if nothing is
     */
    public Projection(
            MergedTree tree,
            TypeNumbers types,
            Map<String, byte[]> introspection,
            ResponseErrors errors,
            JsonWriter out,
            List<Object> base,
            @Nullable ReachedPoints points) {
        this.base = base;
        this.points = points;
        this.tree = tree;
        this.types = types;
        this.introspection = introspection;
        this.errors = errors;
        this.out = out;
    }

    /** Writes an object, or null if it cannot be completed. */
    public void writeRoot(ObjectShape shape, int root) {
        if (!write(shape, root)) {
            out.writeNull();
        }
    }

    /** Writes an object. Returns false if it cannot be completed; nothing is written then. */
    public boolean write(ObjectShape shape, int object) {
        int mark = out.size();
        if (writeObject(shape, object)) {
            return true;
        }
        cutOff(mark);
        return false;
    }

    private void cutOff(int mark) {
        out.truncate(mark);
        if (points != null) {
            points.truncate(mark);
        }
    }

    /** Writes an object. Returns false if it has to be null. */
    private boolean writeObject(ObjectShape shape, int object) {
        int type = shape.resolve(tree.type(object));
        // the fields that all types have can be written even if no fetch had to find out the type of an interface
        // object
        boolean known = type != MergedTree.UNKNOWN_TYPE && types.isObjectType(type);
        ObjectShape.Fields fields = shape.fieldsFor(known ? type : MergedTree.UNKNOWN_TYPE);
        if (fields == null) {
            return reportType(shape, type);
        }
        int start = out.size();
        for (ProjectedField field : fields.inOrder()) {
            out.write(field.member());
            if (!writeField(field, shape, type, object)) {
                return false;
            }
        }
        if (out.size() == start) {
            out.write('{');
        } else {
            out.array()[start] = '{';
        }
        out.write('}');
        return true;
    }

    private boolean reportType(ObjectShape shape, int type) {
        report(
                type == MergedTree.UNKNOWN_TYPE
                        ? "The runtime type of a " + shape.type() + " is unknown"
                        : "A subgraph returned an object whose type is not a " + shape.type(),
                "INVALID_RUNTIME_TYPE");
        return false;
    }

    private boolean writeField(ProjectedField field, ObjectShape shape, int type, int object) {
        switch (field.source()) {
            case SLOT -> {
                ValueShape value = field.value();
                if (value == null) {
                    return false;
                }
                push(field, 0);
                boolean written = writeValue(value, tree.slot(object, field.slot()));
                depth--;
                return written;
            }
            case TYPENAME -> {
                if (type == MergedTree.UNKNOWN_TYPE || !types.isObjectType(type)) {
                    return reportType(shape, MergedTree.UNKNOWN_TYPE);
                }
                out.write(types.quotedName(type));
                return true;
            }
            case INTROSPECTION -> {
                byte[] json = introspection.get(field.key());
                if (json == null) {
                    out.writeNull();
                    return !field.nonNull();
                }
                out.write(json);
                return true;
            }
            case DENIED -> {
                out.writeNull();
                return !field.nonNull();
            }
            case DEFERRAL -> {
                if (points != null && field.deferred() != null) {
                    points.add(field.deferred(), object, path(), out.size());
                }
                return true;
            }
        }
        return false;
    }

    /** Writes a value. Returns false if the value around it has to be null. */
    private boolean writeValue(ValueShape shape, long cell) {
        if (MergedTree.isNothing(cell)) {
            return writeNothing(shape, MergedTree.tag(cell) == MergedTree.FAILED);
        }
        int mark = out.size();
        boolean written;
        if (shape.leaf() != null) {
            written = writeLeafCell(shape, shape.leaf(), cell);
        } else if (shape.item() != null) {
            written = writeList(shape, shape.item(), cell);
        } else {
            written = writeComposite(shape, cell);
        }
        return written || recover(shape, mark);
    }

    private boolean recover(ValueShape shape, int mark) {
        if (shape.nonNull()) {
            return false;
        }
        cutOff(mark);
        if (written != null) {
            written.truncate(mark);
        }
        out.writeNull();
        return true;
    }

    private boolean writeNothing(ValueShape shape, boolean reported) {
        if (!shape.nonNull()) {
            out.writeNull();
            return true;
        }
        if (!reported) {
            report("Cannot return null for the non-null type " + shape.type(), "UNEXPECTED_NULL");
        }
        return false;
    }

    private boolean writeComposite(ValueShape shape, long cell) {
        ObjectShape object = shape.object();
        if (object == null || MergedTree.tag(cell) != MergedTree.OBJECT) {
            return reportShape(shape);
        }
        int index = MergedTree.index(cell);
        return tree.isShared(index) ? writeShared(object, index) : writeObject(object, index);
    }

    /** An object that occurs several times is completed once and copied then, unless it has errors, whose paths differ. */
    private boolean writeShared(ObjectShape shape, int object) {
        WrittenObjects before = written == null ? new WrittenObjects() : written;
        written = before;
        int known = before.find(shape, object);
        if (known >= 0) {
            out.write(out.array(), before.start(known), before.end(known) - before.start(known));
            return true;
        }
        int start = out.size();
        int errorsBefore = errors.count();
        if (!writeObject(shape, object)) {
            return false;
        }
        if (errors.count() == errorsBefore) {
            before.put(shape, object, start, out.size());
        }
        return true;
    }

    private boolean reportShape(ValueShape shape) {
        report("A subgraph returned a value that is not a " + shape.type(), "INVALID_VALUE");
        return false;
    }

    private boolean writeLeafCell(ValueShape shape, LeafType leaf, long cell) {
        if (MergedTree.tag(cell) != MergedTree.LEAF) {
            return reportShape(shape);
        }
        byte[] response = tree.response(MergedTree.leafResponse(cell));
        return writeLeaf(shape, leaf, response, MergedTree.leafOffset(cell), MergedTree.leafLength(cell));
    }

    private boolean writeLeaf(ValueShape shape, LeafType leaf, byte[] bytes, int from, int length) {
        switch (leaf.judge(bytes, from, length)) {
            case VALID -> {
                out.write(bytes, from, length);
                return true;
            }
            case NEEDS_QUOTES -> {
                out.write('"');
                out.write(bytes, from, length);
                out.write('"');
                return true;
            }
            case HIDDEN -> {
                return writeNothing(shape, false);
            }
            case INVALID -> {
                return reportShape(shape);
            }
        }
        return false;
    }

    private boolean writeList(ValueShape shape, ValueShape item, long cell) {
        return switch (MergedTree.tag(cell)) {
            case MergedTree.LIST -> writeListRun(item, MergedTree.index(cell));
            case MergedTree.LEAF -> {
                byte[] response = tree.response(MergedTree.leafResponse(cell));
                int from = MergedTree.leafOffset(cell);
                yield writeLeafList(shape, item, response, from, from + MergedTree.leafLength(cell));
            }
            default -> reportShape(shape);
        };
    }

    private boolean writeListRun(ValueShape item, int list) {
        out.write('[');
        int length = tree.length(list);
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                out.write(',');
            }
            push(null, i);
            boolean written = writeValue(item, tree.item(list, i));
            depth--;
            if (!written) {
                return false;
            }
        }
        out.write(']');
        return true;
    }

    /** Writes a list of leaves, which is one range of bytes in the tree. */
    private boolean writeLeafList(ValueShape shape, ValueShape item, byte[] bytes, int from, int to) {
        if (bytes[from] != '[') {
            return reportShape(shape);
        }
        if (item.leaf() != null && item.leaf().isCustom() && !item.nonNull()) {
            out.write(bytes, from, to - from);
            return true;
        }
        out.write('[');
        int at = from + 1;
        for (int i = 0; ; i++) {
            items.reset(bytes, at, to);
            if (items.peek() == ']') {
                break;
            }
            if (i > 0) {
                items.expect(',');
                items.peek();
                out.write(',');
            }
            int start = items.position();
            items.skipValue();
            at = items.position();
            push(null, i);
            boolean written = writeLeafItem(item, bytes, start, at);
            depth--;
            if (!written) {
                return false;
            }
        }
        out.write(']');
        return true;
    }

    private boolean writeLeafItem(ValueShape item, byte[] bytes, int from, int to) {
        if (bytes[from] == 'n') {
            return writeNothing(item, false);
        }
        int mark = out.size();
        boolean written;
        if (item.item() != null) {
            written = writeLeafList(item, item.item(), bytes, from, to);
        } else {
            written = item.leaf() == null ? reportShape(item) : writeLeaf(item, item.leaf(), bytes, from, to - from);
        }
        return written || recover(item, mark);
    }

    // ---- the path

    private void push(@Nullable ProjectedField field, int index) {
        if (depth == pathFields.length) {
            pathFields = Arrays.copyOf(pathFields, depth * 2);
            pathIndexes = Arrays.copyOf(pathIndexes, depth * 2);
        }
        pathFields[depth] = field;
        pathIndexes[depth++] = index;
    }

    private List<Object> path() {
        List<Object> path = new ArrayList<>(base.size() + depth);
        path.addAll(base);
        for (int i = 0; i < depth; i++) {
            ProjectedField field = pathFields[i];
            path.add(field == null ? (Object) pathIndexes[i] : field.key());
        }
        return path;
    }

    private void report(String problem, String code) {
        String coordinate = "";
        for (int i = 0; i < depth; i++) {
            ProjectedField field = pathFields[i];
            coordinate = field == null ? coordinate : field.coordinate();
        }
        errors.add(coordinate.isEmpty() ? problem : problem + ", at " + coordinate, path(), Map.of("code", code));
    }
}
