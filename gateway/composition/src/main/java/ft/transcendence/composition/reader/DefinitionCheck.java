package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a schema defines by hand with what a specification has under that name. A schema may have less: fewer locations, no optional
 * arguments, non-null where the specification accepts null, and another scalar for a custom one.
 */
final class DefinitionCheck {
    private final Schema schema;
    private final List<CompositionError> errors = new ArrayList<>();

    DefinitionCheck(Schema schema) {
        this.schema = schema;
    }

    List<CompositionError> errors() {
        return errors;
    }

    void type(NamedType expected, NamedType actual) {
        if (expected.kind() != actual.kind()) {
            typeError(
                    actual,
                    "is " + KindNames.withArticle(actual.kind()) + " instead of "
                            + KindNames.withArticle(expected.kind()),
                    actual.places());
            return;
        }
        if (!Set.copyOf(expected.values().keySet())
                .equals(Set.copyOf(actual.values().keySet()))) {
            typeError(
                    actual,
                    "has other values than its specification: "
                            + expected.values().keySet(),
                    actual.places());
        }
        expected.inputFields()
                .forEach((name, field) ->
                        inputField(actual, field, actual.inputFields().get(name)));
        for (InputValue field : actual.inputFields().values()) {
            if (!expected.inputFields().containsKey(field.name())) {
                typeError(
                        actual,
                        "has a field \"" + field.name() + "\" that its specification does not have",
                        field.places());
            }
        }
    }

    private void typeError(NamedType type, String what, List<Place> places) {
        error(ErrorCode.TYPE_DEFINITION_INVALID, "the type " + type.name() + " " + what, places);
    }

    private void inputField(NamedType type, InputValue expected, @Nullable InputValue actual) {
        if (actual == null) {
            if (expected.isRequired()) {
                typeError(type, "lacks the field \"" + expected.name() + "\"", type.places());
            }
            return;
        }
        if (!expected.type().equals(withoutExtraNonNull(actual.type(), expected.type()))) {
            typeError(
                    type,
                    "has a field \"" + expected.name() + "\" of type " + actual.type() + " instead of "
                            + expected.type(),
                    actual.places());
        } else if (!Literals.areEqual(
                expected.defaultValue().orElse(null), actual.defaultValue().orElse(null))) {
            typeError(type, "has another default of the field \"" + expected.name() + "\"", actual.places());
        }
    }

    void directive(DirectiveDefinition expected, DirectiveDefinition actual) {
        expected.arguments().forEach((name, argument) -> argument(actual, argument, actual.arguments()));
        for (InputValue argument : actual.arguments().values()) {
            if (!expected.arguments().containsKey(argument.name())) {
                directiveError(
                        actual,
                        "has an argument \"" + argument.name() + "\" that its specification does not have",
                        argument.places());
            }
        }
        if (actual.repeatable() && !expected.repeatable()) {
            directiveError(actual, "is repeatable, but not in its specification", actual.places());
        }
        if (!expected.locations().containsAll(actual.locations())) {
            directiveError(
                    actual,
                    "has locations that its specification does not have, which are "
                            + String.join(" | ", expected.locations()),
                    actual.places());
        }
    }

    private void argument(DirectiveDefinition directive, InputValue expected, Map<String, InputValue> arguments) {
        InputValue actual = arguments.get(expected.name());
        if (actual == null) {
            if (expected.isRequired()) {
                directiveError(directive, "lacks the argument \"" + expected.name() + "\"", directive.places());
            }
            return;
        }
        TypeRef type = withoutExtraNonNull(actual.type(), expected.type());
        if (!expected.type().equals(type) && !isOtherScalar(expected.type(), type)) {
            directiveError(
                    directive,
                    "has an argument \"" + expected.name() + "\" of type " + actual.type() + " instead of "
                            + expected.type(),
                    actual.places());
        } else if (!actual.type().isNonNull()
                && !Literals.areEqual(
                        expected.defaultValue().orElse(null),
                        actual.defaultValue().orElse(null))) {
            directiveError(
                    directive, "has another default of the argument \"" + expected.name() + "\"", actual.places());
        }
    }

    private static TypeRef withoutExtraNonNull(TypeRef actual, TypeRef expected) {
        return actual instanceof TypeRef.NonNull nonNull && !expected.isNonNull() ? nonNull.type() : actual;
    }

    /** Whether a custom scalar of the specification is anything else here, such as a string or a list of them. */
    private boolean isOtherScalar(TypeRef expected, TypeRef actual) {
        return switch (expected) {
            case TypeRef.ListOf list ->
                actual instanceof TypeRef.ListOf other && isOtherScalar(list.item(), other.item());
            case TypeRef.NonNull nonNull ->
                actual instanceof TypeRef.NonNull other && isOtherScalar(nonNull.type(), other.type());
            case TypeRef.Named ignored -> isCustomScalar(expected) && !isCustomScalar(actual);
        };
    }

    private boolean isCustomScalar(TypeRef type) {
        return type instanceof TypeRef.Named named
                && !BuiltIns.isScalar(named.name())
                && schema.kind(named.name())
                        .filter(kind -> kind == TypeKind.SCALAR)
                        .isPresent();
    }

    private void directiveError(DirectiveDefinition directive, String what, List<Place> places) {
        error(ErrorCode.DIRECTIVE_DEFINITION_INVALID, "the definition of @" + directive.name() + " " + what, places);
    }

    private void error(ErrorCode code, String message, List<Place> places) {
        errors.add(new CompositionError(code, message, code.advice(), places));
    }
}
