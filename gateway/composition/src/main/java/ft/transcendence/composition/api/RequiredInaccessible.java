package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import java.util.Optional;

/** Clients cannot pass an input that they do not see, so that it must be optional. */
final class RequiredInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        for (NamedType type : visibility.visibleTypes()) {
            type.inputFields().values().forEach(field -> check(field, findings));
            Visibility.forArguments(type, (field, argument) -> {
                if (!Visibility.isHidden(field)) {
                    check(argument, findings);
                    implementing(visibility, type, field, argument, findings);
                }
            });
        }
        for (DirectiveDefinition directive :
                visibility.supergraph().directiveDefinitions().values()) {
            if (DisallowedInaccessible.mayHide(visibility, directive)) {
                directive.arguments().values().forEach(argument -> check(argument, findings));
            }
        }
    }

    private static void check(InputValue input, Findings findings) {
        if (Visibility.isHidden(input) && input.isRequired()) {
            findings.error(
                    ErrorCode.REQUIRED_INACCESSIBLE,
                    input.coordinate() + " is @inaccessible, but required",
                    input.places());
        }
    }

    /** An argument that is hidden on an interface cannot be required on its types. */
    private static void implementing(
            Visibility visibility, NamedType type, Field field, InputValue argument, Findings findings) {
        if (!Visibility.isHidden(argument)) {
            return;
        }
        for (NamedType implementing : visibility.implementing(type)) {
            Optional<Field> implementation =
                    Optional.ofNullable(implementing.fields().get(field.name()));
            implementation
                    .flatMap(found -> Optional.ofNullable(found.arguments().get(argument.name()))
                            .filter(own -> own.isRequired() && Visibility.isVisible(found, own)))
                    .ifPresent(required -> findings.error(
                            ErrorCode.REQUIRED_INACCESSIBLE,
                            argument.coordinate() + " is @inaccessible, but its implementation " + required.coordinate()
                                    + " is required",
                            ApiRule.places(argument, required)));
        }
    }
}
