package ft.transcendence.composition.schema;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A constant value of a schema: a default or a directive's argument. {@code toString()} returns its GraphQL text; equal values are equal. */
public sealed interface Literal {

    /** {@code null}. */
    record Null() implements Literal {
        @Override
        public String toString() {
            return "null";
        }
    }

    record Bool(boolean value) implements Literal {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** An integer as written. */
    record Int(String digits) implements Literal {
        @Override
        public String toString() {
            return digits;
        }
    }

    /** A decimal number; a whole one is written without a point, and only very small and large ones with an exponent. */
    record Decimal(String digits) implements Literal {
        private static final BigDecimal SMALLEST = new BigDecimal("1e-6");
        private static final BigDecimal LARGEST = new BigDecimal("1e21");

        public Decimal {
            digits = normal(new BigDecimal(digits));
        }

        private static String normal(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            boolean isPlain = stripped.signum() == 0
                    || stripped.abs().compareTo(SMALLEST) >= 0 && stripped.abs().compareTo(LARGEST) < 0;
            return isPlain ? stripped.toPlainString() : stripped.toString();
        }

        @Override
        public String toString() {
            return digits;
        }
    }

    record Text(String value) implements Literal {
        @Override
        public String toString() {
            return Texts.quoted(value);
        }
    }

    /** The name of an enum value. */
    record Symbol(String name) implements Literal {
        @Override
        public String toString() {
            return name;
        }
    }

    record ListOf(List<Literal> items) implements Literal {
        public ListOf {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Literal::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record ObjectOf(Map<String, Literal> fields) implements Literal {
        public ObjectOf {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    Literal NULL = new Null();

    /**
     * Whether two literals mean the same, whatever the type of their position: {@code 1} and {@code 1.0} do, and a string and an enum value of the
     * same characters.
     */
    default boolean isSameAs(Literal other) {
        if (equals(other)) {
            return true;
        }
        return switch (this) {
            case ListOf list ->
                other instanceof ListOf others
                        && list.items().size() == others.items().size()
                        && IntStream.range(0, list.items().size()).allMatch(index -> list.items()
                                .get(index)
                                .isSameAs(others.items().get(index)));
            case ObjectOf object ->
                other instanceof ObjectOf others
                        && object.fields().keySet().equals(others.fields().keySet())
                        && object.fields().entrySet().stream().allMatch(field -> field.getValue()
                                .isSameAs(Objects.requireNonNull(others.fields().get(field.getKey()))));
            case Int number -> other instanceof Decimal decimal && isSameNumber(number.digits(), decimal.digits());
            case Decimal decimal ->
                other instanceof Int number && isSameNumber(decimal.digits(), number.digits())
                        || other instanceof Decimal another && isSameNumber(decimal.digits(), another.digits());
            case Text text -> other instanceof Symbol symbol && text.value().equals(symbol.name());
            case Symbol symbol -> other instanceof Text text && text.value().equals(symbol.name());
            case Null ignored -> false;
            case Bool ignored -> false;
        };
    }

    private static boolean isSameNumber(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    static Literal of(boolean value) {
        return new Bool(value);
    }

    static Literal of(String text) {
        return new Text(text);
    }

    static Literal of(int number) {
        return new Int(String.valueOf(number));
    }
}
