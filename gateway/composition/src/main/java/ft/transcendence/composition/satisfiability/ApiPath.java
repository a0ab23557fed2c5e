package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.federation.OperationKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path through the API schema: from a root type over fields and type conditions. */
sealed interface ApiPath {

    record Root(OperationKind kind) implements ApiPath {}

    /** The path goes on with a field of an object. */
    record FieldStep(ApiPath parent, Field field) implements ApiPath {}

    /** The path goes on for objects of one type. */
    record TypeStep(ApiPath parent, String type) implements ApiPath {}

    default @Nullable ApiPath before() {
        return switch (this) {
            case Root ignored -> null;
            case FieldStep step -> step.parent();
            case TypeStep step -> step.parent();
        };
    }

    /** The path from its root. */
    default List<ApiPath> steps() {
        List<ApiPath> steps = new ArrayList<>();
        for (ApiPath step = this; step != null; step = step.before()) {
            steps.addFirst(step);
        }
        return steps;
    }

    /** Whether the path ends at a field of the root type for mutations. */
    default boolean isMutationField() {
        return this instanceof FieldStep(Root(OperationKind kind), Field ignored) && kind == OperationKind.MUTATION;
    }
}
