package ft.transcendence.gateway.header;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression for whole names of headers, in lower case. */
final class NamePattern {
    private final String expression;
    private final Predicate<String> matches;

    private NamePattern(String expression, Predicate<String> matches) {
        this.expression = expression;
        this.matches = matches;
    }

    /** @throws IllegalArgumentException when it is not a regular expression */
    public static NamePattern valueOf(String expression) {
        try {
            return new NamePattern(expression, Pattern.compile(expression).asMatchPredicate());
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(
                    "Not a regular expression: " + expression + ": " + invalid.getDescription());
        }
    }

    boolean matches(String name) {
        return matches.test(name) && !ReservedHeaders.contains(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamePattern pattern && pattern.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression;
    }
}
