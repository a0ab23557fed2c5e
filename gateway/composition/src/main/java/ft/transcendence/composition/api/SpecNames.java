package ft.transcendence.composition.api;

import ft.transcendence.composition.link.LinkUses;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.schema.Schema;

/** Which elements of a supergraph belong to the specifications that it links. They are no part of the API. */
final class SpecNames {
    private final Links links;

    SpecNames(Schema supergraph) {
        this.links = LinkUses.read(supergraph.element());
    }

    boolean isType(String name) {
        return links.type(name).isPresent();
    }

    /** @param name without {@code @} */
    boolean isDirective(String name) {
        return links.directive(name).isPresent();
    }
}
