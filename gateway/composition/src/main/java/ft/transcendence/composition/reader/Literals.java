package ft.transcendence.composition.reader;

import ft.transcendence.composition.schema.Literal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares constant values by what they mean: {@code 1} is {@code 1.0}, and an enum value is the text of its name. */
final class Literals {
    private Literals() {}

    static boolean areEqual(@Nullable Literal first, @Nullable Literal second) {
        if (first == null || second == null) {
            return first == second;
        }
        String text = text(first);
        if (text != null) {
            return text.equals(text(second));
        }
        Double number = number(first);
        if (number != null) {
            return number.equals(number(second));
        }
        if (first instanceof Literal.ListOf list) {
            return second instanceof Literal.ListOf other && areEqual(list.items(), other.items());
        }
        if (first instanceof Literal.ObjectOf object) {
            return second instanceof Literal.ObjectOf other && areEqual(object.fields(), other.fields());
        }
        return first.equals(second);
    }

    /** Whether the value counts as absent where the reference composer asks for one: {@code null}, {@code false}, zero and the empty text. */
    static boolean isFalsy(Literal value) {
        String text = text(value);
        Double number = number(value);
        return value.equals(Literal.NULL)
                || value.equals(Literal.of(false))
                || text != null && text.isEmpty()
                || number != null && number == 0;
    }

    private static boolean areEqual(List<Literal> first, List<Literal> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!areEqual(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Map<String, Literal> first, Map<String, Literal> second) {
        return first.size() == second.size()
                && first.entrySet().stream().allMatch(field -> areEqual(field.getValue(), second.get(field.getKey())));
    }

    private static @Nullable String text(Literal value) {
        if (value instanceof Literal.Text text) {
            return text.value();
        }
        return value instanceof Literal.Symbol symbol ? symbol.name() : null;
    }

    private static @Nullable Double number(Literal value) {
        if (value instanceof Literal.Int number) {
            return Double.valueOf(number.digits());
        }
        return value instanceof Literal.Decimal number ? Double.valueOf(number.digits()) : null;
    }
}
