package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.executor.request.Outcome;
import ft.transcendence.federation.executor.request.RepresentationWriter;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The representations of one group in one request, without duplicates, and the objects that wait for the entity of each. Representations are
 * equal if their bytes are.
 */
public final class EntityBatch {

    private final IntList objects = new IntList();
    private final IntList representationOf = new IntList();
    private final IntList starts = new IntList();
    private final IntList firstObjects = new IntList();
    private final IntList failedObjects = new IntList();
    private final IntList untypedObjects = new IntList();
    private final IntList dividedObjects = new IntList();
    private int[] table = new int[32];
    private int copiesFollowed;

    /** Writes the representations of the objects, separated by commas. */
    public void write(EntityGroupStep group, IntList targets, MergedTree tree, JsonWriter out) {
        copiesFollowed = tree.copyCount();
        for (int i = 0; i < targets.size(); i++) {
            int object = targets.get(i);
            RepresentationWriter writer = group.writerFor(tree.type(object));
            if (writer != null) {
                add(group, writer, object, tree, out);
            }
        }
    }

    private void add(EntityGroupStep group, RepresentationWriter writer, int object, MergedTree tree, JsonWriter out) {
        int before = out.size();
        if (count() > 0) {
            out.write(',');
        }
        int start = out.size();
        Outcome outcome = writer.write(tree, object, out);
        if (outcome != Outcome.WRITTEN) {
            out.truncate(before);
            if (group.isDivisible() && writer.writeKeys(tree, object, out) == Outcome.WRITTEN) {
                dividedObjects.add(object);
            } else if (outcome == Outcome.FAILED) {
                failedObjects.add(object);
            } else if (outcome == Outcome.UNKNOWN_TYPE) {
                untypedObjects.add(object);
            }
            out.truncate(before);
            return;
        }
        int hash = hash(out.array(), start, out.size());
        int known = find(hash, out.array(), start, out.size());
        if (known >= 0) {
            out.truncate(before);
            objects.add(object);
            representationOf.add(known);
            return;
        }
        objects.add(object);
        representationOf.add(count());
        starts.add(start);
        firstObjects.add(object);
        enter(hash, count());
    }

    /**
     * Adds the copies that other responses have made of waiting objects since the request was written, because these replace the objects at some
     * of their positions in the tree.
     */
    public void followCopies(MergedTree tree) {
        int copies = tree.copyCount();
        if (copiesFollowed == copies) {
            return;
        }
        Map<Integer, Integer> representations = new HashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            representations.put(objects.get(i), representationOf.get(i));
        }
        for (; copiesFollowed < copies; copiesFollowed++) {
            Integer representation = representations.get(tree.copied(copiesFollowed));
            if (representation != null) {
                int copy = tree.copy(copiesFollowed);
                objects.add(copy);
                representationOf.add(representation);
                representations.put(copy, representation);
            }
        }
    }

    private int find(int hash, byte[] bytes, int from, int to) {
        int index = hash & table.length - 1;
        while (table[index] != 0) {
            int start = starts.get(table[index] - 1);
            int end = start + to - from;
            if (end <= from && Arrays.equals(bytes, start, end, bytes, from, to)) {
                return table[index] - 1;
            }
            index = index + 1 & table.length - 1;
        }
        return -1;
    }

    private void enter(int hash, int number) {
        if (number * 2 > table.length) {
            grow();
        }
        int index = hash & table.length - 1;
        while (table[index] != 0) {
            index = index + 1 & table.length - 1;
        }
        table[index] = number;
        hashes.add(hash);
    }

    private final IntList hashes = new IntList();

    private void grow() {
        table = new int[table.length * 4];
        for (int number = 1; number <= hashes.size(); number++) {
            int index = hashes.get(number - 1) & table.length - 1;
            while (table[index] != 0) {
                index = index + 1 & table.length - 1;
            }
            table[index] = number;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    /** The number of representations. */
    public int count() {
        return starts.size();
    }

    /** The offset of a representation in what {@link #write} wrote to. */
    int start(int representation) {
        return starts.get(representation);
    }

    /** The first object that waits for the entity of a representation. */
    public int firstObject(int representation) {
        return firstObjects.get(representation);
    }

    /** The number of waiting objects; larger than {@link #count} if some representations are equal. */
    public int waiting() {
        return objects.size();
    }

    public int waitingObject(int index) {
        return objects.get(index);
    }

    /** The representation whose entity the object waits for. */
    public int representationOf(int index) {
        return representationOf.get(index);
    }

    /** The objects that lack a requirement of only some fields, and are fetched by parts of the group. */
    IntList dividedObjects() {
        return dividedObjects;
    }

    /** The objects that are not fetched because an error, which has been reported, left them without an input. */
    public IntList failedObjects() {
        return failedObjects;
    }

    /** The objects that are not fetched because an object among their inputs has no known runtime type, which has not been reported. */
    public IntList untypedObjects() {
        return untypedObjects;
    }
}
