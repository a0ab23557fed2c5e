package ft.transcendence.subgraph.scalar;

import com.netflix.graphql.dgs.DgsScalar;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** The scalar {@code DateTime}: an {@link Instant}, written as RFC 3339 text in UTC and read with any offset. */
@DgsScalar(name = "DateTime")
public class DateTimeScalar implements Coercing<Instant, String> {

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof Instant instant) {
            return instant.toString();
        }
        throw new CoercingSerializeException("A DateTime is made of an Instant");
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return OffsetDateTime.parse(String.valueOf(input)).toInstant();
        } catch (DateTimeParseException e) {
            throw new CoercingParseValueException("A DateTime looks like 2026-03-01T12:30:00Z");
        }
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return input instanceof StringValue text
                    ? OffsetDateTime.parse(text.getValue()).toInstant()
                    : refuse();
        } catch (DateTimeParseException e) {
            return refuse();
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.newStringValue(String.valueOf(input)).build();
    }

    private static Instant refuse() {
        throw new CoercingParseLiteralException("A DateTime looks like \"2026-03-01T12:30:00Z\"");
    }
}
