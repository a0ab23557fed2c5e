package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.specification.KnownSpecification;
import ft.transcendence.composition.specification.KnownSpecifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the names that a link imports: strings, or objects such as {@code {name: "@key", as: "@id"}}. */
final class ImportReader {
    private final Place place;
    private final @Nullable List<String> importable;
    private final List<Link.Import> imports = new ArrayList<>();
    private final List<CompositionError> errors = new ArrayList<>();

    /** Composition does not know which names the specification has if it does not know the specification. */
    ImportReader(SpecUrl url, Place place) {
        this.place = place;
        this.importable = KnownSpecifications.find(url)
                .map(KnownSpecification::importableNames)
                .orElse(null);
    }

    List<Link.Import> imports() {
        return imports;
    }

    List<CompositionError> errors() {
        return errors;
    }

    ImportReader read(@Nullable Literal argument) {
        if (argument instanceof Literal.ListOf list) {
            list.items().forEach(this::item);
        } else if (argument != null && !isEmpty(argument)) {
            error("imports " + argument + ", which is no list of names", "");
        }
        return this;
    }

    /** A falsy value is none; the text that a foreign specification may understand is none to composition. */
    private boolean isEmpty(Literal argument) {
        return Literals.isFalsy(argument)
                || importable == null && text(argument).isPresent();
    }

    private void item(Literal item) {
        switch (item) {
            case Literal.Text text -> imported(text.value(), text.value());
            case Literal.Symbol symbol -> imported(symbol.name(), symbol.name());
            case Literal.ObjectOf object -> object(object);
            case Literal.Null ignored -> notAName(item);
            case Literal.Bool ignored -> notAName(item);
            case Literal.Int ignored -> notAName(item);
            case Literal.Decimal ignored -> notAName(item);
            case Literal.ListOf ignored -> notAName(item);
        }
    }

    private void notAName(Literal item) {
        error("imports " + item + ", which is neither a name nor {name: \"…\", as: \"…\"}", "");
    }

    private void object(Literal.ObjectOf object) {
        for (Map.Entry<String, Literal> field : object.fields().entrySet()) {
            boolean isKnown = field.getKey().equals("name") || field.getKey().equals("as");
            Optional<String> text = text(field.getValue());
            if (!isKnown || text.isEmpty() || !isElementName(text.get())) {
                notAName(object);
                return;
            }
        }
        Optional<String> name = text(object.fields().get("name"));
        if (name.isEmpty()) {
            notAName(object);
            return;
        }
        String as = text(object.fields().get("as")).orElse(name.get());
        if (name.get().startsWith("@") != as.startsWith("@")) {
            error(
                    "imports \"" + name.get() + "\" as \"" + as + "\": the names of directives begin with @, those of"
                            + " types do not",
                    "");
        }
        imported(name.get(), as);
    }

    private static Optional<String> text(@Nullable Literal value) {
        if (value instanceof Literal.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Literal.Symbol symbol ? Optional.of(symbol.name()) : Optional.empty();
    }

    private void imported(String name, String as) {
        imports.add(new Link.Import(name, as));
        if (importable != null && !importable.contains(name)) {
            error(
                    "imports \"" + name + "\", which the specification does not have",
                    Suggestions.sentence(
                            importable.contains("@" + name)
                                    ? List.of("@" + name)
                                    : Suggestions.similar(name, importable)));
        }
    }

    private void error(String what, String suggestion) {
        errors.add(new CompositionError(
                ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                "@link " + what + suggestion,
                ErrorCode.INVALID_LINK_DIRECTIVE_USAGE.advice(),
                List.of(place)));
    }

    private static boolean isElementName(String text) {
        int start = text.startsWith("@") ? 1 : 0;
        if (start == text.length() || Character.isDigit(text.charAt(start))) {
            return false;
        }
        return text.chars()
                .skip(start)
                .allMatch(character -> character < 128 && (Character.isLetterOrDigit(character) || character == '_'));
    }
}
