package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.federation.supergraph.TypeRef;

/** An element that clients see cannot be of a type that they do not see: one that is hidden, or that belongs to a specification. */
final class ReferencedInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        for (NamedType type : visibility.ownTypes()) {
            for (Field field : type.fields().values()) {
                if (Visibility.isVisible(field)) {
                    check(visibility, field, field.type(), findings);
                }
            }
        }
        visibility.forVisibleInputs((InputValue input) -> check(visibility, input, input.type(), findings));
    }

    private static void check(Visibility visibility, Element element, TypeRef reference, Findings findings) {
        String name = reference.namedType();
        if (visibility.specNames().isType(name)) {
            findings.error(
                    ErrorCode.REFERENCED_INACCESSIBLE,
                    element.coordinate() + " is of the type " + name
                            + ", whose name belongs to a specification that the supergraph links, so that clients do not see it",
                    "rename the type",
                    element.places());
            return;
        }
        visibility
                .supergraph()
                .type(name)
                .filter(Visibility::isHidden)
                .ifPresent(type -> findings.error(
                        ErrorCode.REFERENCED_INACCESSIBLE,
                        element.coordinate() + " is of the type " + name + ", which is @inaccessible",
                        "make " + element.coordinate() + " @inaccessible too, or give it another type",
                        ApiRule.places(element, type)));
    }
}
