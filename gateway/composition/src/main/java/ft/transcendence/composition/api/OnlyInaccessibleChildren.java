package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.NamedType;
import java.util.Collection;
import java.util.Optional;

/** A type that clients see has something in it that they see. */
final class OnlyInaccessibleChildren implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        for (NamedType type : visibility.visibleTypes()) {
            switch (type.kind()) {
                case OBJECT, INTERFACE -> check(type, "fields", type.fields().values(), findings);
                case INPUT_OBJECT ->
                    check(type, "input fields", type.inputFields().values(), findings);
                case ENUM -> check(type, "values", type.values().values(), findings);
                case UNION ->
                    check(
                            type,
                            "members",
                            type.members().stream()
                                    .map(visibility.supergraph()::type)
                                    .flatMap(Optional::stream)
                                    .toList(),
                            findings);
                case SCALAR -> {}
            }
        }
    }

    private static void check(NamedType type, String what, Collection<? extends Element> children, Findings findings) {
        if (children.stream().allMatch(Visibility::isHidden)) {
            findings.error(
                    ErrorCode.ONLY_INACCESSIBLE_CHILDREN,
                    "all " + what + " of " + type.name() + " are @inaccessible, but the type itself is not",
                    type.places());
        }
    }
}
