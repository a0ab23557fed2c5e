package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveLocations;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.NamedType;
import java.util.List;
import java.util.stream.Stream;

/** What GraphQL or a specification defines cannot be hidden, nor can arguments of directives that schemas use. */
final class DisallowedInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        for (NamedType type : visibility.supergraph().types().values()) {
            if (BuiltIns.isScalar(type.name())) {
                check(elements(type), "is part of GraphQL", findings);
            } else if (visibility.specNames().isType(type.name())) {
                check(elements(type), "belongs to a specification", findings);
            }
        }
        for (DirectiveDefinition directive :
                visibility.supergraph().directiveDefinitions().values()) {
            if (BuiltIns.isDirective(directive.name())) {
                check(arguments(directive), "is part of GraphQL", findings);
            } else if (visibility.specNames().isDirective(directive.name())) {
                check(arguments(directive), "belongs to a specification", findings);
            } else if (!mayHide(visibility, directive)) {
                check(arguments(directive), "is an argument of a directive that schemas use", findings);
            }
        }
    }

    /** Whether a directive may have arguments that clients do not see: if only their operations use it. */
    static boolean mayHide(Visibility visibility, DirectiveDefinition directive) {
        return !BuiltIns.isDirective(directive.name())
                && !visibility.specNames().isDirective(directive.name())
                && directive.locations().stream().allMatch(DirectiveLocations::isExecutable);
    }

    private static void check(List<Element> elements, String why, Findings findings) {
        for (Element element : elements) {
            if (Visibility.isHidden(element)) {
                findings.error(
                        ErrorCode.DISALLOWED_INACCESSIBLE,
                        element.coordinate() + " cannot be @inaccessible: it " + why,
                        element.places());
            }
        }
    }

    private static List<Element> elements(NamedType type) {
        return Stream.of(
                        Stream.of(type),
                        type.fields().values().stream(),
                        type.fields().values().stream().flatMap(field -> field.arguments().values().stream()),
                        type.inputFields().values().stream(),
                        type.values().values().stream())
                .flatMap(elements -> elements.map(Element.class::cast))
                .toList();
    }

    private static List<Element> arguments(DirectiveDefinition directive) {
        return List.copyOf(directive.arguments().values());
    }
}
