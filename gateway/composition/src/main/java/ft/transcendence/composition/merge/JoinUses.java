package ft.transcendence.composition.merge;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Literal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes uses of the join specification's directives. Arguments with their default value are left out. */
final class JoinUses {
    static final Place NOWHERE = new Place("", "", 0, 0);

    private final String name;
    private final Map<String, Literal> arguments = new LinkedHashMap<>();

    private JoinUses(String name) {
        this.name = name;
    }

    static JoinUses of(String directive) {
        return new JoinUses("join__" + directive);
    }

    JoinUses graph(String graph) {
        arguments.put("graph", new Literal.Symbol(graph));
        return this;
    }

    JoinUses with(String argument, String text) {
        arguments.put(argument, Literal.of(text));
        return this;
    }

    JoinUses with(String argument, Literal value) {
        arguments.put(argument, value);
        return this;
    }

    JoinUses with(String argument, Optional<String> text) {
        text.ifPresent(value -> with(argument, value));
        return this;
    }

    JoinUses trueIf(String argument, boolean condition) {
        if (condition) {
            arguments.put(argument, Literal.of(true));
        }
        return this;
    }

    DirectiveUse use() {
        return new DirectiveUse(name, null, arguments, 0, NOWHERE);
    }
}
