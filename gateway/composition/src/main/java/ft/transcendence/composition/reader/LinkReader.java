package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.link.InvalidSpecUrl;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links of a schema from the directives of its {@code schema} element. One of them links the link specification itself and so says which
 * directive links; where federation is linked by {@code @link}, that one may be left out.
 */
final class LinkReader {
    private static final SpecUrl LINK = new SpecUrl(Specifications.LINK, "link", new SpecVersion(1, 0));
    private static final Set<String> URL_TYPES = Set.of("String", "String!");

    private final SpecificationElements elements;
    private final UnknownDirectives unknownDirectives;
    private final List<AppliedDirective> applied = new ArrayList<>();
    private LinkTable table = new LinkTable();
    /** The link to the link specification; null until the schema has one. */
    private @Nullable Link bootstrap;

    LinkReader(SpecificationElements elements, UnknownDirectives unknownDirectives) {
        this.elements = elements;
        this.unknownDirectives = unknownDirectives;
    }

    /** The links that have been read. */
    Links links() {
        return bootstrap == null ? Links.none() : table.links();
    }

    /** Reads a directive of the {@code schema} element; returns what is wrong with it. */
    List<CompositionError> apply(AppliedDirective use) {
        Optional<DirectiveDefinition> definition = elements.definition(use.name());
        if (definition.isEmpty() && use.name().equals("link")) {
            List<CompositionError> errors = defineLink(use);
            if (!errors.isEmpty()) {
                return errors;
            }
            definition = elements.definition("link");
        }
        if (definition.isEmpty()) {
            return List.of(unknownDirectives.error(use, links()));
        }
        applied.add(use);
        Optional<SpecUrl> linkSpecification = linkSpecification(use, definition.get());
        if (linkSpecification.isPresent()) {
            return bootstrap(use, linkSpecification.get());
        }
        return link(use);
    }

    private List<CompositionError> defineLink(AppliedDirective use) {
        if (!text(use, "url").filter(url -> url.startsWith(Specifications.LINK)).isPresent()) {
            return elements.add(new Link(LINK, "link", List.of(), use.place()));
        }
        ImportReader imports =
                new ImportReader(LINK, use.place()).read(use.arguments().get("import"));
        if (!imports.errors().isEmpty()) {
            return imports.errors();
        }
        String namespace = text(use, "as").orElse("link");
        return elements.add(new Link(LINK, namespace, imports.imports(), use.place()));
    }

    /** The version of the link specification that a directive links; empty if it does something else. */
    private static Optional<SpecUrl> linkSpecification(AppliedDirective use, DirectiveDefinition definition) {
        InputValue as = definition.arguments().get("as");
        InputValue url = definition
                .arguments()
                .getOrDefault("url", definition.arguments().get("feature"));
        boolean canLink = (as == null || as.type().toString().equals("String"))
                && definition.repeatable()
                && definition.locations().equals(Set.of("SCHEMA"));
        if (!canLink || url == null || !URL_TYPES.contains(url.type().toString())) {
            return Optional.empty();
        }
        return text(use, url.name())
                .flatMap(LinkReader::parsed)
                .filter(found -> isLinkedBy(use, found, Specifications.LINK, "link")
                        || isLinkedBy(use, found, Specifications.CORE, "core"));
    }

    private static boolean isLinkedBy(AppliedDirective use, SpecUrl url, String identity, String defaultName) {
        return url.identity().equals(identity)
                && use.name().equals(text(use, "as").orElse(defaultName));
    }

    private static Optional<SpecUrl> parsed(String url) {
        try {
            return Optional.of(SpecUrl.parse(url));
        } catch (InvalidSpecUrl e) {
            return Optional.empty();
        }
    }

    private List<CompositionError> bootstrap(AppliedDirective use, SpecUrl url) {
        if (bootstrap != null) {
            return usageError("the link specification is linked twice", use.place());
        }
        ImportReader imports =
                new ImportReader(url, use.place()).read(use.arguments().get("import"));
        if (!imports.errors().isEmpty()) {
            return imports.errors();
        }
        LinkTable started = new LinkTable();
        Link link = link(use, url, imports.imports());
        Optional<String> problem = started.add(link);
        if (problem.isPresent()) {
            return usageError(problem.get(), use.place());
        }
        if (KnownSpecifications.find(url).isEmpty()) {
            return error(
                    ErrorCode.UNKNOWN_LINK_VERSION,
                    "the version " + url.version() + " of " + url.identity() + " is not known",
                    use.place());
        }
        bootstrap = link;
        table = started;
        elements.linksBy(use.name());
        for (AppliedDirective other : applied) {
            List<CompositionError> errors = other == use ? List.of() : link(other);
            if (!errors.isEmpty()) {
                return errors;
            }
        }
        return List.of();
    }

    /** Reads a link to any other specification; nothing as long as it is not known which directive links. */
    private List<CompositionError> link(AppliedDirective use) {
        if (bootstrap == null || !use.name().equals(bootstrap.namespace())) {
            return List.of();
        }
        String urlArgument = bootstrap.url().name().equals("core") ? "feature" : "url";
        SpecUrl url;
        try {
            url = SpecUrl.parse(text(use, urlArgument).orElse(""));
        } catch (InvalidSpecUrl e) {
            return error(ErrorCode.INVALID_LINK_IDENTIFIER, "the URL " + e.getMessage(), use.place());
        }
        ImportReader imports =
                new ImportReader(url, use.place()).read(use.arguments().get("import"));
        if (!imports.errors().isEmpty()) {
            return imports.errors();
        }
        Link link = link(use, url, imports.imports());
        Optional<String> problem = table.add(link);
        if (problem.isEmpty() && url.identity().equals(Specifications.FEDERATION)) {
            // Its directives can be used from here on. Whether definitions by hand fit is checked when all links are
            // known.
            elements.add(link);
        }
        return problem.map(message -> usageError(message, use.place())).orElse(List.of());
    }

    private static Link link(AppliedDirective use, SpecUrl url, List<Link.Import> imports) {
        return new Link(url, text(use, "as").orElse(url.name()), imports, use.place());
    }

    /** Whether the schema links federation without linking the link specification. */
    boolean lacksBootstrap() {
        return bootstrap == null && firstFederationLink().isPresent();
    }

    private Optional<AppliedDirective> firstFederationLink() {
        return applied.stream()
                .filter(use -> use.name().equals("link"))
                .filter(use -> text(use, "url")
                        .filter(url -> url.startsWith(Specifications.FEDERATION))
                        .isPresent())
                .findFirst();
    }

    /** Checks a hand-written {@code @link}, which is checked only if nothing else says that it is the directive that links. */
    List<CompositionError> checkDefinition() {
        return elements.add(new Link(LINK, "link", List.of(), federationLink().place()));
    }

    /** Adds the link to the link specification that the schema leaves out. */
    List<CompositionError> addBootstrap() {
        AppliedDirective federation = federationLink();
        AppliedDirective added =
                new AppliedDirective("link", Map.of("url", Literal.of(LINK.toString())), federation.place());
        List<CompositionError> errors = apply(added);
        if (errors.isEmpty() && links().federation().isEmpty()) {
            return usageError("the schema links federation by a directive that cannot link", federation.place());
        }
        return errors;
    }

    private AppliedDirective federationLink() {
        return firstFederationLink().orElseThrow();
    }

    private static Optional<String> text(AppliedDirective use, String argument) {
        Literal value = use.arguments().get(argument);
        if (value instanceof Literal.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Literal.Symbol symbol ? Optional.of(symbol.name()) : Optional.empty();
    }

    private static List<CompositionError> usageError(String message, Place place) {
        return error(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE, message, place);
    }

    private static List<CompositionError> error(ErrorCode code, String message, Place place) {
        return List.of(new CompositionError(code, message, code.advice(), List.of(place)));
    }
}
