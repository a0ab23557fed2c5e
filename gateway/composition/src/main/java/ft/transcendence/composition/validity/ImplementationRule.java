package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Subtyping;

/** A type has what its interfaces promise, and implements the interfaces of its interfaces too. */
final class ImplementationRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        for (NamedType type : checked.schema().types().values()) {
            for (String name : type.interfaces()) {
                NamedType contract = checked.schema().type(name).orElseThrow();
                if (contract == type) {
                    checked.error(type.name() + " implements itself", type);
                }
                contract.fields().values().forEach(promised -> field(checked, type, promised));
                contract.interfaces().forEach(inherited -> inherited(checked, type, contract, inherited));
            }
        }
    }

    private static void inherited(CheckedSchema checked, NamedType type, NamedType contract, String inherited) {
        if (type.interfaces().contains(inherited)) {
            return;
        }
        checked.error(
                inherited.equals(type.name())
                        ? type.name() + " and " + contract.name() + " implement each other"
                        : type.name() + " implements " + contract.name() + ", but not " + inherited + ", which "
                                + contract.name() + " implements",
                type,
                contract);
    }

    private static void field(CheckedSchema checked, NamedType type, Field promised) {
        Field field = type.fields().get(promised.name());
        if (field == null) {
            checked.error(type.name() + " lacks the field of its interface " + promised.coordinate(), type, promised);
            return;
        }
        if (!new Subtyping(checked.schema())
                .isSubtype(
                        new Subtyping.Located(promised.type(), checked.schema()),
                        new Subtyping.Located(field.type(), checked.schema()))) {
            checked.error(
                    field.coordinate() + " is of type " + field.type() + ", which does not fit the type "
                            + promised.type() + " of " + promised.coordinate(),
                    field,
                    promised);
        }
        for (InputValue promisedArgument : promised.arguments().values()) {
            InputValue argument = field.arguments().get(promisedArgument.name());
            if (argument == null) {
                checked.error(
                        field.coordinate() + " lacks the argument " + promisedArgument.coordinate(),
                        field,
                        promisedArgument);
            } else if (!argument.type().equals(promisedArgument.type())) {
                checked.error(
                        argument.coordinate() + " is of type " + argument.type() + ", but "
                                + promisedArgument.coordinate() + " of type " + promisedArgument.type(),
                        argument,
                        promisedArgument);
            }
        }
        for (InputValue argument : field.arguments().values()) {
            if (argument.isRequired() && !promised.arguments().containsKey(argument.name())) {
                checked.error(
                        argument.coordinate() + " is required, but " + promised.coordinate() + " does not have it",
                        argument,
                        promised);
            }
        }
    }
}
