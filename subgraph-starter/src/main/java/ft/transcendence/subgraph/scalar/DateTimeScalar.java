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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * The scalar {@code DateTime}: an {@link Instant}, written as RFC 3339 text in UTC and read with any offset. Years are
 * limited to 0000 to 9999, so that calculations stay in the range of Java and PostgreSQL.
 */
@DgsScalar(name = "DateTime")
public class DateTimeScalar implements Coercing<Instant, String> {

    private static final int LAST_YEAR = 9999;

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof Instant instant) {
            return instant.toString();
        }
        throw new CoercingSerializeException("A DateTime must be an Instant");
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return parse(String.valueOf(input));
        } catch (DateTimeException e) {
            throw new CoercingParseValueException("A DateTime must look like 2026-03-01T12:30:00Z");
        }
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return input instanceof StringValue text ? parse(String.valueOf(text.getValue())) : invalid();
        } catch (DateTimeException e) {
            return invalid();
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.newStringValue(String.valueOf(input)).build();
    }

    private static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("The year must have four digits", text, 0);
        }
        return time.toInstant();
    }

    private static Instant invalid() {
        throw new CoercingParseLiteralException("A DateTime must look like \"2026-03-01T12:30:00Z\"");
    }
}
