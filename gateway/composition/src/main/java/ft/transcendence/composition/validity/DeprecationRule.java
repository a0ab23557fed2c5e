package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;

/** What every client has to give cannot be deprecated. */
final class DeprecationRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        checked.schema().forEachElement(element -> {
            if (element instanceof InputValue value && value.isRequired() && value.has(KnownDirective.DEPRECATED)) {
                checked.error(value.coordinate() + " is deprecated, but required", value);
            }
        });
    }
}
