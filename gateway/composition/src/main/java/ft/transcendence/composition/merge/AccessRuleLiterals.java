package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.Literal;
import java.util.List;

/** Reads and writes the lists of {@code @requiresScopes} and {@code @policy}. A single value stands for a list of it (GraphQL specification, section 3.12). */
public final class AccessRuleLiterals {
    private AccessRuleLiterals() {}

    public static List<List<String>> read(Literal literal) {
        if (!(literal instanceof Literal.ListOf sets)) {
            return List.of(names(literal));
        }
        return sets.items().stream().map(AccessRuleLiterals::names).toList();
    }

    private static List<String> names(Literal literal) {
        return literal instanceof Literal.ListOf list
                ? list.items().stream().map(AccessRuleLiterals::name).toList()
                : List.of(name(literal));
    }

    private static String name(Literal literal) {
        return literal instanceof Literal.Text text ? text.value() : literal.toString();
    }

    static Literal write(List<List<String>> rule) {
        return new Literal.ListOf(rule.stream()
                .map(names -> (Literal)
                        new Literal.ListOf(names.stream().map(Literal::of).toList()))
                .toList());
    }
}
