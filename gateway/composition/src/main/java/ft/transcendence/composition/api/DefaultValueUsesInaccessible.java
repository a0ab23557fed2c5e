package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.Optional;
import java.util.function.Consumer;

/** A default value that clients see cannot contain input fields or enum values that they do not see. */
final class DefaultValueUsesInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        Schema supergraph = visibility.supergraph();
        visibility.forVisibleInputs((InputValue input) -> input.defaultValue()
                .ifPresent(value -> visit(supergraph, value, input.type(), used -> report(input, used, findings))));
    }

    private static void report(InputValue input, Element used, Findings findings) {
        if (Visibility.isHidden(used)) {
            findings.error(
                    ErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE,
                    "the default value of " + input.coordinate() + " contains " + used.coordinate()
                            + ", which is @inaccessible",
                    ApiRule.places(input, used));
        }
    }

    /** Visits the input fields and enum values in a value, as far as their types are seen. */
    private static void visit(Schema schema, Literal value, TypeRef type, Consumer<Element> visitor) {
        switch (type) {
            case TypeRef.NonNull nonNull -> visit(schema, value, nonNull.type(), visitor);
            case TypeRef.ListOf list -> {
                if (value instanceof Literal.ListOf items) {
                    items.items().forEach(item -> visit(schema, item, list.item(), visitor));
                } else {
                    visit(schema, value, list.item(), visitor);
                }
            }
            case TypeRef.Named named ->
                schema.type(named.name())
                        .filter(found -> !Visibility.isHidden(found) && !BuiltIns.isScalar(found.name()))
                        .ifPresent(found -> visit(schema, value, found, visitor));
        }
    }

    private static void visit(Schema schema, Literal value, NamedType type, Consumer<Element> visitor) {
        switch (value) {
            case Literal.ObjectOf object ->
                object.fields().forEach((name, inner) -> Optional.ofNullable(
                                type.inputFields().get(name))
                        .ifPresent(field -> {
                            visitor.accept(field);
                            visit(schema, inner, field.type(), visitor);
                        }));
            case Literal.Symbol symbol -> {
                EnumValue enumValue = type.values().get(symbol.name());
                if (enumValue != null) {
                    visitor.accept(enumValue);
                }
            }
            case Literal.Text text -> {
                // a default value of a directive's argument may be written as a string where the enum value is meant
                EnumValue enumValue = type.values().get(text.value());
                if (enumValue != null) {
                    visitor.accept(enumValue);
                }
            }
            case Literal.Null ignored -> {}
            case Literal.Bool ignored -> {}
            case Literal.Int ignored -> {}
            case Literal.Decimal ignored -> {}
            case Literal.ListOf ignored -> {}
        }
    }
}
