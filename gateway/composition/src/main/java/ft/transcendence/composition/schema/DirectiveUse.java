package ft.transcendence.composition.schema;

import ft.transcendence.composition.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directive applied to an element.
 *
 * @param name the name as written, without {@code @}
 * @param known which directive of composition it is; null for any other
 * @param arguments as written: defaults are not filled in
 * @param declaration the number of the declaration of its type that it stands on: the definition and each extension count from 0
 */
public record DirectiveUse(
        String name, @Nullable KnownDirective known, Map<String, Literal> arguments, int declaration, Place place) {
    /** The declaration of a use that composition added: it stands on no extension. */
    public static final int ADDED = -1;

    public DirectiveUse {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public boolean is(KnownDirective directive) {
        return known == directive;
    }

    public Optional<Literal> argument(String argument) {
        return Optional.ofNullable(arguments.get(argument));
    }

    /** A string argument; empty if it is absent or no string. */
    public Optional<String> text(String argument) {
        return arguments.get(argument) instanceof Literal.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** A Boolean argument; empty if it is absent or no Boolean. */
    public Optional<Boolean> flag(String argument) {
        return arguments.get(argument) instanceof Literal.Bool flag ? Optional.of(flag.value()) : Optional.empty();
    }

    /** Of a {@code @key}: whether other subgraphs can enter by it. */
    public boolean isResolvable() {
        return flag("resolvable").orElse(true);
    }

    /** The same use with other arguments. */
    public DirectiveUse withArguments(Map<String, Literal> changed) {
        return new DirectiveUse(name, known, changed, declaration, place);
    }

    /** As in a schema, for example {@code @key(fields: "id")}. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return "@" + name;
        }
        StringBuilder text = new StringBuilder("@" + name + "(");
        arguments.forEach((argument, value) -> text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                .append(argument)
                .append(": ")
                .append(value));
        return text.append(')').toString();
    }
}
