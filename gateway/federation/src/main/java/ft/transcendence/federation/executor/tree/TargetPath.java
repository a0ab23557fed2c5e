package ft.transcendence.federation.executor.tree;

import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.input.PathSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The compiled path from the root of the merged tree to the objects that a fetch completes. */
public final class TargetPath {

    /** Instead of a slot: every item of a list. */
    private static final int EACH_ITEM = -1;
    /** Instead of a slot: only objects of some runtime types. */
    private static final int TYPE_CONDITION = -2;

    private final int[] steps;
    private final boolean[][] conditions;
    private final Shape[] shapes;
    private final Shape target;

    private TargetPath(int[] steps, boolean[][] conditions, Shape[] shapes, Shape target) {
        this.steps = steps;
        this.conditions = conditions;
        this.shapes = shapes;
        this.target = target;
    }

    public static TargetPath of(MergePath path, Shape root, TypeNumbers types) {
        int length = path.segments().size();
        int[] steps = new int[length];
        boolean[][] conditions = new boolean[length][];
        Shape[] shapes = new Shape[length];
        Shape shape = root;
        for (int i = 0; i < length; i++) {
            shapes[i] = shape;
            switch (path.segments().get(i)) {
                case PathSegment.Key key -> {
                    steps[i] = shape.slot(key.mergedKey());
                    shape = shape.child(steps[i]);
                }
                case PathSegment.EachItem() -> steps[i] = EACH_ITEM;
                case PathSegment.TypeCondition condition -> {
                    steps[i] = TYPE_CONDITION;
                    conditions[i] = types.setOf(condition.runtimeTypes());
                }
            }
        }
        return new TargetPath(steps, conditions, shapes, shape);
    }

    /** Whether the path leads to objects of all types. */
    public boolean isUnconditional() {
        return Arrays.stream(steps).allMatch(step -> step != TYPE_CONDITION);
    }

    /** The shape of the objects that the path leads to. */
    public Shape target() {
        return target;
    }

    /** The objects that the path leads to, in document order, without duplicates. */
    public IntList collect(MergedTree tree, int root) {
        IntList found = new IntList();
        collect(tree, MergedTree.objectCell(root), 0, new BitSet(), found);
        return found;
    }

    private void collect(MergedTree tree, long cell, int step, BitSet seen, IntList found) {
        int tag = MergedTree.tag(cell);
        int index = MergedTree.index(cell);
        if (step < steps.length && steps[step] == EACH_ITEM) {
            int length = tag == MergedTree.LIST ? tree.length(index) : 0;
            for (int i = 0; i < length; i++) {
                collect(tree, tree.item(index, i), step + 1, seen, found);
            }
        } else if (tag == MergedTree.OBJECT && isNew(tree, index, seen)) {
            collectFromObject(tree, cell, step, seen, found);
        }
    }

    /** Whether the object is reached for the first time. Only shared objects can be reached several times. */
    private static boolean isNew(MergedTree tree, int object, BitSet seen) {
        if (!tree.isShared(object)) {
            return true;
        }
        boolean isNew = !seen.get(object);
        seen.set(object);
        return isNew;
    }

    private void collectFromObject(MergedTree tree, long cell, int step, BitSet seen, IntList found) {
        int object = MergedTree.index(cell);
        if (step == steps.length) {
            found.add(object);
        } else if (steps[step] >= 0) {
            collect(tree, tree.slot(object, steps[step]), step + 1, seen, found);
        } else if (conditions[step][tree.type(object)]) {
            collectFromObject(tree, cell, step + 1, seen, found);
        }
    }

    /**
     * Like {@link #collect(MergedTree, int)}, with the enclosing objects.
     *
     * @param marks the numbers of steps after which enclosing objects are taken
     * @param passed receives, for each object found, the enclosing object at each mark
     */
    public void collect(MergedTree tree, int root, int[] marks, IntList found, IntList passed) {
        collect(tree, MergedTree.objectCell(root), 0, marks, new int[marks.length], found, passed);
    }

    private void collect(
            MergedTree tree, long cell, int step, int[] marks, int[] current, IntList found, IntList passed) {
        boolean isObject = MergedTree.tag(cell) == MergedTree.OBJECT;
        int index = MergedTree.index(cell);
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == step && isObject) {
                current[i] = index;
            }
        }
        if (step == steps.length) {
            if (isObject) {
                found.add(index);
                for (int object : current) {
                    passed.add(object);
                }
            }
        } else if (steps[step] == EACH_ITEM) {
            int length = MergedTree.tag(cell) == MergedTree.LIST ? tree.length(index) : 0;
            for (int i = 0; i < length; i++) {
                collect(tree, tree.item(index, i), step + 1, marks, current, found, passed);
            }
        } else if (isObject && steps[step] >= 0) {
            collect(tree, tree.slot(index, steps[step]), step + 1, marks, current, found, passed);
        } else if (isObject && conditions[step][tree.type(index)]) {
            collect(tree, cell, step + 1, marks, current, found, passed);
        }
    }

    /**
     * The client's paths to all positions of the target objects. A path ends early at a value that the client's response does not contain.
     *
     * @param most the maximum number of paths
     */
    public List<List<Object>> pathsTo(MergedTree tree, int root, IntPredicate isTarget, int most) {
        Search search = new Search(tree, isTarget, most);
        search.find(MergedTree.objectCell(root), 0);
        return List.copyOf(search.found);
    }

    private final class Search {
        private final MergedTree tree;
        private final IntPredicate isTarget;
        private final int most;
        private final List<Object> path = new ArrayList<>();
        private final Set<List<Object>> found = new LinkedHashSet<>();

        Search(MergedTree tree, IntPredicate isTarget, int most) {
            this.tree = tree;
            this.isTarget = isTarget;
            this.most = most;
        }

        void find(long cell, int step) {
            int tag = MergedTree.tag(cell);
            int index = MergedTree.index(cell);
            if (found.size() == most) {
                return;
            }
            if (step == steps.length) {
                if (tag == MergedTree.OBJECT && isTarget.test(index)) {
                    found.add(visible(path));
                }
            } else if (steps[step] == EACH_ITEM) {
                int length = tag == MergedTree.LIST ? tree.length(index) : 0;
                for (int i = 0; i < length; i++) {
                    path.add(i);
                    find(tree.item(index, i), step + 1);
                    path.removeLast();
                }
            } else if (tag == MergedTree.OBJECT) {
                findInObject(cell, index, step);
            }
        }

        private void findInObject(long cell, int object, int step) {
            if (steps[step] == TYPE_CONDITION) {
                if (conditions[step][tree.type(object)]) {
                    find(cell, step + 1);
                }
                return;
            }
            path.add(Optional.ofNullable(shapes[step].clientKey(steps[step])));
            find(tree.slot(object, steps[step]), step + 1);
            path.removeLast();
        }
    }

    private static List<Object> visible(List<Object> path) {
        List<Object> shown = new ArrayList<>();
        for (Object segment : path) {
            if (segment instanceof Optional<?> key) {
                if (key.isEmpty()) {
                    return shown;
                }
                shown.add(key.get());
            } else {
                shown.add(segment);
            }
        }
        return shown;
    }

    /** The beginning of the client's path that is the same for all objects: up to the first list. */
    public List<Object> commonPath() {
        List<Object> path = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == EACH_ITEM) {
                return path;
            }
            if (steps[i] >= 0) {
                String key = shapes[i].clientKey(steps[i]);
                if (key == null) {
                    return path;
                }
                path.add(key);
            }
        }
        return path;
    }
}
