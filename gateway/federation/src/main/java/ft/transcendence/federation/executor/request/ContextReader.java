package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TargetPath;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputFragment;
import ft.transcendence.federation.plan.input.InputSelection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code @fromContext} value from an object that encloses an entity. Compiled from a {@link ContextVariable}. */
public final class ContextReader {

    private final String name;
    private final String type;
    private final int sourceStep;
    private final List<Path> paths;

    /**
     * One level on the path to the value.
     *
     * @param types the runtime types of objects that it leads on from; null for all
     * @param below the next level; empty at the value
     */
    private record Path(boolean @Nullable [] types, int slot, List<Path> below) {}

    private ContextReader(String name, String type, int sourceStep, List<Path> paths) {
        this.name = name;
        this.type = type;
        this.sourceStep = sourceStep;
        this.paths = paths;
    }

    public static ContextReader of(ContextVariable variable, Shape root, TypeNumbers types) {
        Shape source = TargetPath.of(variable.source(), root, types).target();
        return new ContextReader(
                variable.name(),
                variable.type(),
                variable.source().segments().size(),
                paths(variable.selections(), source, types));
    }

    private static List<Path> paths(List<InputSelection> selections, Shape shape, TypeNumbers types) {
        List<Path> paths = new ArrayList<>();
        for (InputSelection selection : selections) {
            switch (selection) {
                case InputFragment fragment -> {
                    boolean[] admitted = types.setOf(fragment.runtimeTypes());
                    paths(fragment.selections(), shape, types)
                            .forEach(path -> paths.add(new Path(admitted, path.slot(), path.below())));
                }
                case InputField field -> {
                    if (!field.mergedKey().equals("__typename")) {
                        int slot = shape.slot(field.mergedKey());
                        List<Path> below = field.selections().isEmpty()
                                ? List.of()
                                : paths(field.selections(), shape.child(slot), types);
                        paths.add(new Path(null, slot, below));
                    }
                }
            }
        }
        return paths;
    }

    /** The name of the variable in the plan. */
    public String name() {
        return name;
    }

    /** The type of the variable in GraphQL notation. */
    public String type() {
        return type;
    }

    /** The number of steps on the target's path that lead to the enclosing object. */
    public int sourceStep() {
        return sourceStep;
    }

    /** Writes the value as JSON, null if it is missing. The output is only valid if the outcome is {@link Outcome#WRITTEN}. */
    public Outcome write(MergedTree tree, int object, JsonWriter out) {
        return write(tree, MergedTree.objectCell(object), paths, out);
    }

    private Outcome write(MergedTree tree, long cell, List<Path> open, JsonWriter out) {
        return switch (MergedTree.tag(cell)) {
            case MergedTree.FAILED -> Outcome.FAILED;
            case MergedTree.LEAF -> {
                out.write(
                        tree.response(MergedTree.leafResponse(cell)),
                        MergedTree.leafOffset(cell),
                        MergedTree.leafLength(cell));
                yield Outcome.WRITTEN;
            }
            case MergedTree.OBJECT -> writeBelow(tree, MergedTree.index(cell), open, out);
            case MergedTree.LIST -> writeList(tree, MergedTree.index(cell), open, out);
            default -> writeNothing(out);
        };
    }

    private Outcome writeNothing(JsonWriter out) {
        out.writeNull();
        return type.endsWith("!") ? Outcome.ABSENT : Outcome.WRITTEN;
    }

    private Outcome writeBelow(MergedTree tree, int object, List<Path> open, JsonWriter out) {
        int runtimeType = tree.type(object);
        for (Path path : open) {
            if (path.types() == null || path.types()[runtimeType]) {
                return write(tree, tree.slot(object, path.slot()), path.below(), out);
            }
        }
        return writeNothing(out);
    }

    private Outcome writeList(MergedTree tree, int list, List<Path> open, JsonWriter out) {
        out.write('[');
        for (int i = 0; i < tree.length(list); i++) {
            if (i > 0) {
                out.write(',');
            }
            Outcome outcome = write(tree, tree.item(list, i), open, out);
            if (outcome != Outcome.WRITTEN) {
                return outcome;
            }
        }
        out.write(']');
        return Outcome.WRITTEN;
    }
}
