package ft.transcendence.composition.validation;

import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The uses of a directive that a schema knows by its link to federation. A directive that also has a specification of its own can be linked by that
 * one: the rules of a subgraph do not apply to such uses, because that specification does not have them.
 */
final class FederationUses {
    private FederationUses() {}

    static Stream<DirectiveUse> of(Subgraph subgraph, Element element, KnownDirective directive) {
        if (element.directives().isEmpty()) {
            return Stream.empty();
        }
        return element.uses(directive).filter(use -> isFederation(subgraph, use, directive));
    }

    private static boolean isFederation(Subgraph subgraph, DirectiveUse use, KnownDirective directive) {
        Optional<String> name =
                subgraph.links().nameOfDirective(Specifications.FEDERATION, directive.specificationName());
        return name.filter(use.name()::equals).isPresent();
    }
}
