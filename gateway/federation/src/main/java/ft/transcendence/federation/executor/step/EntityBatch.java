package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.executor.request.RepresentationFields.Outcome;
import ft.transcendence.federation.executor.request.RepresentationWriter;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The representations of one group in one request, each sent once, and which objects wait for the response to each. Representations
 * are equal when their bytes are.
 */
public final class EntityBatch {

    private final IntList objects = new IntList();
    private final IntList representationOf = new IntList();
    private final IntList starts = new IntList();
    private final IntList firstObjects = new IntList();
    private final IntList failedObjects = new IntList();
    private final IntList dividedObjects = new IntList();
    private int[] table = new int[32];
    private int copiesFollowed;

    /** Writes the representations of these objects, separated by commas. */
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
     * Lets the copies wait too that other responses have made of waiting objects since the request was written: they took the objects'
     * places in the tree, or some of them.
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
        int place = hash & table.length - 1;
        while (table[place] != 0) {
            int start = starts.get(table[place] - 1);
            int end = start + to - from;
            if (end <= from && Arrays.equals(bytes, start, end, bytes, from, to)) {
                return table[place] - 1;
            }
            place = place + 1 & table.length - 1;
        }
        return -1;
    }

    private void enter(int hash, int number) {
        if (number * 2 > table.length) {
            grow();
        }
        int place = hash & table.length - 1;
        while (table[place] != 0) {
            place = place + 1 & table.length - 1;
        }
        table[place] = number;
        hashes.add(hash);
    }

    private final IntList hashes = new IntList();

    private void grow() {
        table = new int[table.length * 4];
        for (int number = 1; number <= hashes.size(); number++) {
            int place = hashes.get(number - 1) & table.length - 1;
            while (table[place] != 0) {
                place = place + 1 & table.length - 1;
            }
            table[place] = number;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    /** How many different representations are sent. */
    public int count() {
        return starts.size();
    }

    /** The first object that waits for this representation's response. */
    public int firstObject(int representation) {
        return firstObjects.get(representation);
    }

    /** How many objects wait for a response; more than {@link #count} when some are equal. */
    public int waiting() {
        return objects.size();
    }

    public int waitingObject(int index) {
        return objects.get(index);
    }

    /** Whose response the waiting object takes. */
    public int representationOf(int index) {
        return representationOf.get(index);
    }

    /** Objects that lack a requirement, but that parts of the group may ask for. */
    IntList dividedObjects() {
        return dividedObjects;
    }

    /** Objects not asked for because an error, reported already, left them without an input. */
    public IntList failedObjects() {
        return failedObjects;
    }
}
