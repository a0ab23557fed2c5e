package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.step.FetchedFields;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a subgraph response into the merged tree. Members are expected in the order in which they were selected. Leaves are skipped and stay
 * byte ranges; only the structure that later fetches or the client's response need is decoded.
 *
 * <p>A value of the wrong kind (a leaf instead of an object, an object instead of a list) is stored as it is: the projection, which knows the
 * type, reports it where the client sees it.
 */
final class ResponseDecoder {

    private final MergedTree tree;
    private final TypeNumbers types;
    private final boolean sharesObjects;
    private final JsonReader reader = new JsonReader();
    private byte[] bytes = new byte[0];
    private int response;
    private @Nullable RepeatedObjects repeated;
    private long[] pending = new long[64];
    private int pendingCount;

    /** @param sharesObjects whether an object that occurs several times may be stored in the tree once */
    ResponseDecoder(MergedTree tree, TypeNumbers types, boolean sharesObjects) {
        this.tree = tree;
        this.types = types;
        this.sharesObjects = sharesObjects;
    }

    /** Starts at the first byte of a response and adds the response to the tree. */
    JsonReader start(byte[] responseBytes) {
        bytes = responseBytes;
        response = tree.addResponse(responseBytes);
        pendingCount = 0;
        repeated = sharesObjects ? RepeatedObjects.of(responseBytes) : null;
        reader.reset(responseBytes, 0, responseBytes.length);
        return reader;
    }

    /** Decodes the object at the reader's position into an object of the tree, which may have values already. */
    void decodeObject(FetchedFields fields, int object) {
        decodeObject(fields, object, 0);
    }

    private void decodeObject(FetchedFields fields, int object, int depth) {
        reader.expect('{');
        if (reader.tryByte('}')) {
            return;
        }
        int expected = 0;
        do {
            int field = nextField(fields, expected);
            if (field < 0) {
                reader.skipValue();
                continue;
            }
            expected = field + 1;
            int slot = fields.slot(field);
            if (slot == FetchedFields.TYPENAME) {
                decodeType(object);
                continue;
            }
            FetchedFields child = fields.child(field);
            long before = tree.slot(object, slot);
            long value = child == null ? decodeLeaf() : decodeValue(child, before, depth + 1);
            tree.setSlot(object, slot, before == MergedTree.MISSING ? value : better(value, before, child));
        } while (reader.tryByte(','));
        reader.expect('}');
    }

    /**
     * The value to keep if another fetch has brought one before. That value stays, and an object's fields are completed with those of the new
     * one: the rest of the response may turn out to be malformed, and must not have damaged what was there.
     */
    private long better(long value, long before, @Nullable FetchedFields child) {
        if (MergedTree.isNothing(before)) {
            return value == MergedTree.NULL ? before : value;
        }
        if (child == null || value == MergedTree.NULL) {
            return before;
        }
        if (MergedTree.tag(value) != MergedTree.tag(before)) {
            throw reader.malformed("A value is of another kind than in an earlier response");
        }
        return MergedTree.tag(value) == MergedTree.LEAF ? before : value;
    }

    /** Skips the next member's name and colon. Returns the index of the field, -1 if it was not selected. */
    private int nextField(FetchedFields fields, int expected) {
        int count = fields.count();
        reader.peek();
        for (int i = 0, field = expected; i < count; i++, field++) {
            if (field >= count) {
                field = 0;
            }
            if (reader.tryBytes(fields.name(field))) {
                reader.expect(':');
                return field;
            }
        }
        // not selected, or written with escapes
        int field = fields.indexOf(reader.readString());
        reader.expect(':');
        return field;
    }

    private void decodeType(int object) {
        if (reader.peek() != '"') {
            reader.skipValue();
            return;
        }
        int from = reader.position();
        reader.skipString();
        int type = types.numberOf(bytes, from + 1, reader.position() - 1);
        if (type == MergedTree.UNKNOWN_TYPE) {
            reader.reset(bytes, from, bytes.length);
            type = types.numberOf(reader.readString());
        }
        // the subgraph of an interface object only knows the name of the interface, which must not replace the object
        // type that another subgraph gives
        if (type != MergedTree.UNKNOWN_TYPE
                && (types.isObjectType(type) || tree.type(object) == MergedTree.UNKNOWN_TYPE)) {
            tree.setType(object, type);
        }
    }

    private long decodeLeaf() {
        byte first = reader.peek();
        int from = reader.position();
        reader.skipValue();
        if (first == 'n') {
            return MergedTree.NULL;
        }
        int to = reader.position();
        if (to - from > MergedTree.MAX_LEAF_BYTES) {
            throw reader.malformed("A value has more than " + MergedTree.MAX_LEAF_BYTES + " bytes");
        }
        return MergedTree.leafCell(response, from, to);
    }

    private long decodeValue(FetchedFields fields, long before, int depth) {
        if (depth > JsonReader.MAX_DEPTH) {
            throw reader.malformed("Values are nested more than " + JsonReader.MAX_DEPTH + " levels deep");
        }
        return switch (reader.peek()) {
            case '{' -> {
                if (MergedTree.tag(before) != MergedTree.OBJECT) {
                    yield MergedTree.objectCell(decodeNewObject(fields, depth));
                }
                int object = tree.owned(MergedTree.index(before), fields.shape().size());
                decodeObject(fields, object, depth);
                yield MergedTree.objectCell(object);
            }
            case '[' -> decodeList(fields, before, depth);
            default -> decodeLeaf();
        };
    }

    private int decodeNewObject(FetchedFields fields, int depth) {
        int start = reader.position();
        int index = repeated == null ? -1 : repeated.index(fields, start);
        if (repeated != null && repeated.isAt(index, fields, start)) {
            reader.reset(bytes, start + repeated.length(index), bytes.length);
            tree.share(MergedTree.objectCell(repeated.object(index)));
            return repeated.object(index);
        }
        int object = tree.newObject(fields.shape().size());
        decodeObject(fields, object, depth);
        if (repeated != null) {
            repeated.put(index, fields, start, reader.position(), object);
        }
        return object;
    }

    private long decodeList(FetchedFields fields, long before, int depth) {
        if (MergedTree.tag(before) == MergedTree.LIST) {
            decodeOntoList(fields, MergedTree.index(before), depth);
            return before;
        }
        int start = pendingCount;
        reader.expect('[');
        if (!reader.tryByte(']')) {
            do {
                push(decodeValue(fields, MergedTree.MISSING, depth + 1));
            } while (reader.tryByte(','));
            reader.expect(']');
        }
        int length = pendingCount - start;
        int list = tree.newList(length);
        for (int i = 0; i < length; i++) {
            tree.setItem(list, i, pending[start + i]);
        }
        pendingCount = start;
        return MergedTree.listCell(list);
    }

    /** Completes the items of a list that another fetch brought. Additional items are ignored. */
    private void decodeOntoList(FetchedFields fields, int list, int depth) {
        int length = tree.length(list);
        reader.expect('[');
        if (reader.tryByte(']')) {
            return;
        }
        int index = 0;
        do {
            long before = index < length ? tree.item(list, index) : MergedTree.MISSING;
            long value = decodeValue(fields, before, depth + 1);
            if (index < length) {
                tree.setItem(list, index, better(value, before, fields));
            }
            index++;
        } while (reader.tryByte(','));
        reader.expect(']');
    }

    private void push(long cell) {
        if (pendingCount == pending.length) {
            pending = Arrays.copyOf(pending, pendingCount * 2);
        }
        pending[pendingCount++] = cell;
    }

    /** Copies the values of these fields from one object to another one that represents the same entity. */
    void copyFields(FetchedFields fields, int from, int to) {
        if (from == to) {
            return;
        }
        int type = tree.type(from);
        if (type != MergedTree.UNKNOWN_TYPE && (types.isObjectType(type) || tree.type(to) == MergedTree.UNKNOWN_TYPE)) {
            tree.setType(to, type);
        }
        for (int field = 0; field < fields.count(); field++) {
            int slot = fields.slot(field);
            if (slot != FetchedFields.TYPENAME) {
                tree.setSlot(to, slot, combine(fields.child(field), tree.slot(from, slot), tree.slot(to, slot)));
            }
        }
    }

    private long combine(@Nullable FetchedFields fields, long from, long to) {
        if (from == MergedTree.MISSING || to == MergedTree.MISSING) {
            return to == MergedTree.MISSING ? alsoFor(fields, from) : to;
        }
        if (MergedTree.isNothing(from) || MergedTree.isNothing(to)) {
            return MergedTree.isNothing(from) ? to : alsoFor(fields, from);
        }
        int tag = MergedTree.tag(from);
        if (fields == null || tag != MergedTree.tag(to)) {
            return to;
        }
        if (tag == MergedTree.OBJECT) {
            return combineObjects(fields, from, to);
        }
        if (tag == MergedTree.LIST) {
            combineLists(fields, MergedTree.index(from), MergedTree.index(to));
        }
        return to;
    }

    /** The value of one object for another object that represents the same entity. */
    private long alsoFor(@Nullable FetchedFields fields, long from) {
        if (fields == null) {
            return from;
        }
        if (!sharesObjects) {
            return copyOf(fields, from);
        }
        tree.share(from);
        return from;
    }

    private long copyOf(FetchedFields fields, long from) {
        int source = MergedTree.index(from);
        return switch (MergedTree.tag(from)) {
            case MergedTree.OBJECT -> {
                int copy = tree.newObject(fields.shape().size());
                copyFields(fields, source, copy);
                yield MergedTree.objectCell(copy);
            }
            case MergedTree.LIST -> {
                int copy = tree.newList(tree.length(source));
                for (int i = 0; i < tree.length(source); i++) {
                    tree.setItem(copy, i, copyOf(fields, tree.item(source, i)));
                }
                yield MergedTree.listCell(copy);
            }
            default -> from;
        };
    }

    private long combineObjects(FetchedFields fields, long from, long to) {
        if (from == to) {
            return to;
        }
        int target = tree.owned(MergedTree.index(to), fields.shape().size());
        copyFields(fields, MergedTree.index(from), target);
        return MergedTree.objectCell(target);
    }

    private void combineLists(FetchedFields fields, int from, int to) {
        int length = from == to ? 0 : Math.min(tree.length(from), tree.length(to));
        for (int i = 0; i < length; i++) {
            tree.setItem(to, i, combine(fields, tree.item(from, i), tree.item(to, i)));
        }
    }

    /**
     * Marks as failed the values of these fields that are missing in an object, and those that a response brought that turned out to be malformed.
     *
     * @param since the tree before that response was decoded; later values are discarded
     */
    void fail(FetchedFields fields, int object, MergedTree.Mark since) {
        for (int field = 0; field < fields.count(); field++) {
            int slot = fields.slot(field);
            if (slot != FetchedFields.TYPENAME) {
                tree.setSlot(object, slot, failed(fields.child(field), tree.slot(object, slot), since));
            }
        }
    }

    private long failed(@Nullable FetchedFields fields, long cell, MergedTree.Mark since) {
        return switch (MergedTree.tag(cell)) {
            case MergedTree.LEAF -> MergedTree.leafResponse(cell) < since.responses() ? cell : MergedTree.FAILED;
            case MergedTree.OBJECT -> failedObject(fields, cell, since);
            case MergedTree.LIST -> failedList(fields, cell, since);
            default -> MergedTree.FAILED;
        };
    }

    private long failedObject(@Nullable FetchedFields fields, long cell, MergedTree.Mark since) {
        int object = MergedTree.index(cell);
        if (object >= since.cells() && !tree.isCopy(object)) {
            return MergedTree.FAILED;
        }
        if (fields == null) {
            return cell;
        }
        int owned = tree.owned(object, fields.shape().size());
        fail(fields, owned, since);
        return MergedTree.objectCell(owned);
    }

    private long failedList(@Nullable FetchedFields fields, long cell, MergedTree.Mark since) {
        int list = MergedTree.index(cell);
        if (list >= since.cells() && !tree.isCopy(list)) {
            return MergedTree.FAILED;
        }
        for (int i = 0; i < tree.length(list); i++) {
            tree.setItem(list, i, failed(fields, tree.item(list, i), since));
        }
        return cell;
    }
}
