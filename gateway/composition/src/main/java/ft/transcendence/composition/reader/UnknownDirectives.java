package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.specification.KnownSpecification;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what to do about a directive that a schema uses and nothing defines. */
final class UnknownDirectives {
    private final SpecificationElements elements;

    UnknownDirectives(SpecificationElements elements) {
        this.elements = elements;
    }

    CompositionError error(AppliedDirective use, Links links) {
        return new CompositionError(
                ErrorCode.INVALID_GRAPHQL,
                "the directive @" + use.name() + " is not defined",
                advice(use.name(), links),
                List.of(use.place()));
    }

    private String advice(String name, Links links) {
        Optional<SpecVersion> since = KnownSpecifications.federationVersions().stream()
                .filter(version -> federation(version)
                        .filter(specification -> specification.directives().containsKey(name))
                        .isPresent())
                .findFirst();
        Optional<Link> federation = links.of(Specifications.FEDERATION);
        if (since.isEmpty()) {
            Map<String, ?> defined = elements.definitions();
            String suggestion = Suggestions.sentence(Suggestions.similar(name, defined.keySet()));
            return "define the directive, or import it from its specification" + suggestion;
        }
        if (federation.isEmpty()) {
            return "link federation " + since.get() + " or later and import \"@" + name
                    + "\": a schema without such a link is one of Federation 1";
        }
        if (!federation.get().url().version().isAtLeast(since.get())) {
            return "link federation " + since.get() + " or later, the first version that has @" + name;
        }
        String nameHere = federation.get().nameOfDirective(name);
        return nameHere.equals(name)
                ? "link a version of federation that composition knows"
                : "import \"@" + name + "\" where federation is linked, or write @" + nameHere;
    }

    private static Optional<KnownSpecification> federation(SpecVersion version) {
        return KnownSpecifications.find(new SpecUrl(Specifications.FEDERATION, "federation", version));
    }
}
