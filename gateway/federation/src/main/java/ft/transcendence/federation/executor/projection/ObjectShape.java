package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.executor.tree.MergedTree;
import org.jspecify.annotations.Nullable;

/** The fields of the response for the objects at one position of the operation, by runtime type. */
public final class ObjectShape {

    /** The fields for objects of one runtime type. */
    public record Fields(ProjectedField[] inOrder) {}

    private final String type;
    private final int onlyType;
    private final @Nullable Fields[] byType;

    /**
     * @param type the type's name in the consumer schema
     * @param onlyType the number of the object type, {@link MergedTree#UNKNOWN_TYPE} for an abstract one
     * @param byType the fields by the number of the runtime type; null for types that are not possible here. At
     *     {@link MergedTree#UNKNOWN_TYPE} the fields if all types have the same, else null
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

    /** The runtime type of an object, given its type in the tree. */
    int resolve(int runtimeType) {
        return onlyType == MergedTree.UNKNOWN_TYPE ? runtimeType : onlyType;
    }

    /** The fields for a resolved runtime type; null if it is not possible here, or unknown and needed. */
    @Nullable Fields fieldsFor(int resolvedType) {
        return byType[resolvedType];
    }
}
