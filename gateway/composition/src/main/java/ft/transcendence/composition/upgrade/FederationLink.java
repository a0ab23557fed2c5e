package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The link to federation that an upgraded schema gets. It imports all directives of its version under their own names. */
final class FederationLink {
    private static final SpecUrl URL = new SpecUrl(Specifications.FEDERATION, "federation", new SpecVersion(2, 4));
    private static final List<Link.Import> IMPORTS = Stream.of(
                    KnownDirective.KEY,
                    KnownDirective.REQUIRES,
                    KnownDirective.PROVIDES,
                    KnownDirective.EXTERNAL,
                    KnownDirective.TAG,
                    KnownDirective.EXTENDS,
                    KnownDirective.SHAREABLE,
                    KnownDirective.INACCESSIBLE,
                    KnownDirective.OVERRIDE,
                    KnownDirective.COMPOSE_DIRECTIVE,
                    KnownDirective.INTERFACE_OBJECT)
            .map(directive -> new Link.Import(directive.toString(), directive.toString()))
            .toList();

    private FederationLink() {}

    /** The link, placed in the subgraph's source as a whole. */
    static Link of(Subgraph subgraph) {
        Optional<Place> first = subgraph.schema().types().values().stream()
                .flatMap(type -> type.places().stream())
                .findFirst();
        String source = first.map(Place::source).orElse(subgraph.name());
        return new Link(URL, URL.name(), IMPORTS, new Place(subgraph.name(), source, 0, 0));
    }
}
