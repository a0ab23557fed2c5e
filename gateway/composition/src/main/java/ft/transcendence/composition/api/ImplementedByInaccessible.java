package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import java.util.Optional;

/** A field or argument of an interface that clients see must be seen on all of its types. */
final class ImplementedByInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        for (NamedType type : visibility.visibleTypes()) {
            for (NamedType implemented : visibility.interfaces(type)) {
                type.fields().values().forEach(field -> Optional.ofNullable(
                                implemented.fields().get(field.name()))
                        .filter(Visibility::isVisible)
                        .ifPresent(ofInterface -> check(field, ofInterface, findings)));
            }
        }
    }

    private static void check(Field field, Field ofInterface, Findings findings) {
        if (Visibility.isHidden(field)) {
            report(field, ofInterface, findings);
            return;
        }
        field.arguments().values().stream().filter(Visibility::isHidden).forEach(argument -> Optional.ofNullable(
                        ofInterface.arguments().get(argument.name()))
                .filter(argumentOfInterface -> !Visibility.isHidden(argumentOfInterface))
                .ifPresent(argumentOfInterface -> report(argument, argumentOfInterface, findings)));
    }

    private static void report(Element element, Element ofInterface, Findings findings) {
        findings.error(
                ErrorCode.IMPLEMENTED_BY_INACCESSIBLE,
                element.coordinate() + " is @inaccessible, but it implements " + ofInterface.coordinate()
                        + ", which is not",
                "make " + ofInterface.coordinate() + " @inaccessible too",
                ApiRule.places(element, ofInterface));
    }
}
