package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.SchemaElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A directive stands where its definition allows it, once unless it is repeatable, with the arguments that it has. */
final class DirectiveUseRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        ConstantTypes ofSchema = ConstantTypes.ofSchema(checked.schema());
        ConstantTypes ofSpecifications = ConstantTypes.ofSpecifications(checked.schema());
        checked.schema().forEachElement(element -> {
            if (!element.directives().isEmpty()) {
                check(checked, ofSchema, ofSpecifications, element);
            }
        });
    }

    private static void check(
            CheckedSchema checked, ConstantTypes ofSchema, ConstantTypes ofSpecifications, Element element) {
        Set<String> seen = new HashSet<>();
        for (DirectiveUse use : element.directives()) {
            DirectiveDefinition definition = checked.definitions().get(use.name());
            if (definition == null) {
                continue;
            }
            if (!definition.locations().contains(location(element))) {
                checked.error(
                        element + " has the directive @" + use.name() + ", which is for "
                                + String.join(" and ", definition.locations()) + ", not for " + location(element),
                        List.of(use.place()));
            }
            if (!seen.add(use.name()) && !definition.repeatable()) {
                checked.error(
                        element + " has the directive @" + use.name() + " more than once, but it is not repeatable",
                        element.directives().stream()
                                .filter(other -> other.name().equals(use.name()))
                                .map(DirectiveUse::place)
                                .toList());
            }
            ConstantTypes types = definition.places().isEmpty() ? ofSpecifications : ofSchema;
            arguments(checked, types, element, use, definition);
        }
    }

    private static void arguments(
            CheckedSchema checked,
            ConstantTypes types,
            Element element,
            DirectiveUse use,
            DirectiveDefinition definition) {
        use.arguments().forEach((name, value) -> {
            InputValue argument = definition.arguments().get(name);
            if (argument == null) {
                checked.error(
                        element + " gives @" + use.name() + " an argument \"" + name + "\", which it does not have",
                        List.of(use.place()));
            } else if (!isNothing(value) && !types.isOfType(value, argument.type())) {
                checked.error(
                        element + " gives @" + use.name() + " the " + name + " " + value + ", which is no "
                                + argument.type(),
                        List.of(use.place()));
            }
        });
        for (InputValue argument : definition.arguments().values()) {
            if (argument.isRequired() && !use.arguments().containsKey(argument.name())) {
                checked.error(
                        element + " lacks the argument \"" + argument.name() + "\" of @" + use.name(),
                        List.of(use.place()));
            }
        }
    }

    /** The reference composer does not look at values that JavaScript takes for false. */
    private static boolean isNothing(Literal value) {
        return switch (value) {
            case Literal.Null ignored -> true;
            case Literal.Bool flag -> !flag.value();
            case Literal.Int number -> Double.parseDouble(number.digits()) == 0;
            case Literal.Decimal number -> Double.parseDouble(number.digits()) == 0;
            case Literal.Text text -> text.value().isEmpty();
            case Literal.Symbol ignored -> false;
            case Literal.ListOf ignored -> false;
            case Literal.ObjectOf ignored -> false;
        };
    }

    private static String location(Element element) {
        return switch (element) {
            case SchemaElement ignored -> "SCHEMA";
            case NamedType type -> type.kind().name();
            case Field ignored -> "FIELD_DEFINITION";
            case EnumValue ignored -> "ENUM_VALUE";
            case InputValue value -> CheckedSchema.isArgument(value) ? "ARGUMENT_DEFINITION" : "INPUT_FIELD_DEFINITION";
        };
    }
}
