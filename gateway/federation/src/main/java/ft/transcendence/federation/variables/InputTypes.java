package ft.transcendence.federation.variables;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Types of variables. */
final class InputTypes {

    private InputTypes() {}

    /** The schema's type for a type in a document. */
    static GraphQLInputType of(Type<?> type, GraphQLSchema schema) {
        return switch (type) {
            case NonNullType nonNull -> GraphQLNonNull.nonNull(of(nonNull.getType(), schema));
            case ListType list -> GraphQLList.list(of(list.getType(), schema));
            case TypeName named -> {
                GraphQLType found = schema.getType(named.getName());
                if (found instanceof GraphQLInputType input) {
                    yield input;
                }
                throw new IllegalArgumentException("Not an input type: " + named.getName());
            }
            default -> throw new IllegalArgumentException("Not a type: " + type);
        };
    }

    /** The type as it is written in a document. */
    static Type<?> node(GraphQLInputType type) {
        return switch (type) {
            case GraphQLNonNull nonNull ->
                NonNullType.newNonNullType(node((GraphQLInputType) nonNull.getWrappedType()))
                        .build();
            case GraphQLList list ->
                ListType.newListType(node((GraphQLInputType) list.getWrappedType()))
                        .build();
            default -> TypeName.newTypeName(text(type)).build();
        };
    }

    /** The type in GraphQL notation. */
    static String text(GraphQLInputType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }
}
