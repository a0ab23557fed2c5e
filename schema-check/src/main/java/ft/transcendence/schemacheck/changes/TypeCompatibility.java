package ft.transcendence.schemacheck.changes;

import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Whether a type may replace another without a client noticing. */
final class TypeCompatibility {
    private TypeCompatibility() {}

    /** What a field returns may become stricter: values of the new type are values of the old one. */
    static boolean isSafeOutput(GraphQLType released, GraphQLType next) {
        if (next instanceof GraphQLNonNull nonNull) {
            GraphQLType nullable = released instanceof GraphQLNonNull before ? before.getWrappedType() : released;
            return isSafeOutput(nullable, nonNull.getWrappedType());
        }
        if (released instanceof GraphQLList before) {
            return next instanceof GraphQLList after && isSafeOutput(before.getWrappedType(), after.getWrappedType());
        }
        return isSameName(released, next);
    }

    /** What clients send may become more lenient: values of the old type are values of the new one. */
    static boolean isSafeInput(GraphQLType released, GraphQLType next) {
        if (released instanceof GraphQLNonNull nonNull) {
            GraphQLType nullable = next instanceof GraphQLNonNull after ? after.getWrappedType() : next;
            return isSafeInput(nonNull.getWrappedType(), nullable);
        }
        if (released instanceof GraphQLList before) {
            return next instanceof GraphQLList after && isSafeInput(before.getWrappedType(), after.getWrappedType());
        }
        return isSameName(released, next);
    }

    private static boolean isSameName(GraphQLType released, GraphQLType next) {
        return !GraphQLTypeUtil.isWrapped(released)
                && !GraphQLTypeUtil.isWrapped(next)
                && print(released).equals(print(next));
    }

    static String print(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }
}
