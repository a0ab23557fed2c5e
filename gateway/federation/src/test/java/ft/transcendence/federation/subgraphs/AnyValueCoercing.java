package ft.transcendence.federation.subgraphs;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Accepts and returns any value unchanged, for {@code _Any} and other custom scalars of a subgraph. */
final class AnyValueCoercing implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return Json.literal(value, Json.fields(variables.toMap()));
    }
}
