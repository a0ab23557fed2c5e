package ft.transcendence.federation.planner.soundness;

import ft.transcendence.federation.plan.selection.Argument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The merged tree in terms of types: the merged keys that objects of each type have at a position. */
final class TypeTree {
    private final Set<String> objectTypes;
    private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();

    /** The value under a merged key. */
    record Cell(
            String name, List<Argument> arguments, @Nullable TypeTree child) {}

    TypeTree(Collection<String> objectTypes) {
        this.objectTypes = new LinkedHashSet<>(objectTypes);
    }

    /** The types its objects may have: those that every fetch of these objects can return. */
    Set<String> objectTypes() {
        return objectTypes;
    }

    boolean canBe(String type) {
        return objectTypes.contains(type);
    }

    void restrictTo(Collection<String> types) {
        objectTypes.retainAll(types);
    }

    boolean has(String type, String key) {
        return cells.getOrDefault(type, Map.of()).containsKey(key);
    }

    private Cell cell(String type, String key) {
        return Objects.requireNonNull(cells.getOrDefault(type, Map.of()).get(key));
    }

    String name(String type, String key) {
        return cell(type, key).name();
    }

    List<Argument> arguments(String type, String key) {
        return cell(type, key).arguments();
    }

    Optional<TypeTree> child(String type, String key) {
        return has(type, key) ? Optional.ofNullable(cell(type, key).child()) : Optional.empty();
    }

    void put(String type, String key, Cell cell) {
        Map<String, Cell> ofType = cells.computeIfAbsent(type, ignored -> new LinkedHashMap<>());
        Cell known = ofType.putIfAbsent(key, cell);
        if (known == null) {
            return;
        }
        PlanSoundness.require(
                known.name().equals(cell.name()) && known.arguments().equals(cell.arguments()),
                "two fields land under the merged key " + key + " of " + type);
        if (known.child() != null && cell.child() != null) {
            known.child().merge(cell.child());
        }
    }

    void merge(TypeTree other) {
        restrictTo(other.objectTypes);
        other.cells.forEach((type, ofType) -> ofType.forEach((key, cell) -> put(type, key, copy(cell))));
    }

    TypeTree copy() {
        TypeTree copy = new TypeTree(objectTypes);
        cells.forEach((type, ofType) -> ofType.forEach((key, cell) -> copy.put(type, key, copy(cell))));
        return copy;
    }

    private static Cell copy(Cell cell) {
        return new Cell(
                cell.name(),
                cell.arguments(),
                cell.child() == null ? null : cell.child().copy());
    }
}
