package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Federation 1 took field sets that are no strings, too: a bare name, or a list of names. */
final class FieldSetCoercion {
    private static final String FIELDS = "fields";
    private static final Set<KnownDirective> WITH_FIELDS =
            Set.of(KnownDirective.KEY, KnownDirective.REQUIRES, KnownDirective.PROVIDES);

    private FieldSetCoercion() {}

    static void coerce(Schema schema) {
        schema.types().values().forEach(type -> {
            coerce(type);
            type.fields().values().forEach(FieldSetCoercion::coerce);
        });
    }

    private static void coerce(Element element) {
        List<DirectiveUse> coerced = new ArrayList<>();
        for (DirectiveUse use : List.copyOf(element.directives())) {
            Optional<String> fields = use.known() != null && WITH_FIELDS.contains(use.known())
                    ? use.argument(FIELDS).flatMap(FieldSetCoercion::text)
                    : Optional.empty();
            if (fields.isPresent()) {
                element.directives().remove(use);
                Map<String, Literal> arguments = Map.of(FIELDS, Literal.of(fields.get()));
                coerced.add(new DirectiveUse(use.name(), use.known(), arguments, DirectiveUse.ADDED, use.place()));
            }
        }
        element.directives().addAll(coerced);
    }

    /** The text of a field set that is no string; empty if it is one, or neither a name nor a list of names. */
    private static Optional<String> text(Literal fields) {
        return switch (fields) {
            case Literal.Symbol symbol -> Optional.of(symbol.name());
            case Literal.ListOf list
            when list.items().stream().allMatch(item -> name(item).isPresent()) ->
                Optional.of(list.items().stream()
                        .flatMap(item -> name(item).stream())
                        .collect(Collectors.joining(" ")));
            case Literal.ListOf ignored -> Optional.empty();
            case Literal.Text ignored -> Optional.empty();
            case Literal.Null ignored -> Optional.empty();
            case Literal.Bool ignored -> Optional.empty();
            case Literal.Int ignored -> Optional.empty();
            case Literal.Decimal ignored -> Optional.empty();
            case Literal.ObjectOf ignored -> Optional.empty();
        };
    }

    private static Optional<String> name(Literal item) {
        return item instanceof Literal.Text text
                ? Optional.of(text.value())
                : item instanceof Literal.Symbol symbol ? Optional.of(symbol.name()) : Optional.empty();
    }
}
