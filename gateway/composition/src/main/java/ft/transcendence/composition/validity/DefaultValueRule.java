package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;

/** A default value is one of its type. */
final class DefaultValueRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        ConstantTypes types = ConstantTypes.ofSchema(checked.schema());
        ConstantTypes builtIn = ConstantTypes.ofSpecifications(checked.schema());
        checked.schema().forEachElement(element -> {
            if (element instanceof InputValue value) {
                Literal constant = value.defaultValue().orElse(null);
                if (constant != null
                        && !types.isOfType(constant, value.type())
                        && !(isScalarArgument(checked.schema(), value) && builtIn.isOfType(constant, value.type()))) {
                    checked.error(
                            value.coordinate() + " has the default " + constant + ", which is no " + value.type(),
                            value);
                }
            }
        });
    }

    /** Whether it is an argument of a scalar, no list and not non-null: for it, a redefined built-in scalar keeps its meaning too. */
    private static boolean isScalarArgument(Schema schema, InputValue value) {
        return CheckedSchema.isArgument(value)
                && value.type() instanceof TypeRef.Named named
                && BuiltIns.isScalar(named.name())
                && schema.kind(named.name())
                        .filter(kind -> kind == TypeKind.SCALAR)
                        .isPresent();
    }
}
