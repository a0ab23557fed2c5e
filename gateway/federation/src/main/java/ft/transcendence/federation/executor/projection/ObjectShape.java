package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.executor.tree.MergedTree;
import org.jspecify.annotations.Nullable;

/** The response's fields for the objects at one place, by runtime type. */
public final class ObjectShape {

    /** The fields for objects of one runtime type. */
    public record Fields(ProjectedField[] inOrder) {}

    private final String type;
    private final int onlyType;
    private final @Nullable Fields[] byType;

    /**
     * @param type the type's name in the consumer schema
     * @param onlyType the number of the object type, {@link MergedTree#UNKNOWN_TYPE} for an abstract one
     * @param byType the fields for each runtime type, by its number; null for types that cannot be here. At
     *     {@link MergedTree#UNKNOWN_TYPE} the fields if they are the same for all types, null if the runtime type decides
     */
    ObjectShape(String type, int onlyType, @Nullable Fields[] byType) {
        this.type = type;
        this.onlyType = onlyType;
        this.byType = byType;
    }

    String type() {
        return type;
    }

    public @Nullable Fields[] byType() {
        return byType;
    }

    /** What the object is, given what the subgraphs said it is. */
    int resolve(int runtimeType) {
        return onlyType == MergedTree.UNKNOWN_TYPE ? runtimeType : onlyType;
    }

    /** The fields for a resolved runtime type; null if there is no telling or no such type here. */
    @Nullable Fields fieldsFor(int resolvedType) {
        return byType[resolvedType];
    }
}
