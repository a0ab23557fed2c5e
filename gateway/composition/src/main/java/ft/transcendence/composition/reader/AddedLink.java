package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Links a specification in a schema that was read without it: a definition by hand under a name that the link imports becomes the specification's. */
public final class AddedLink {
    private final Schema schema;
    private final Subgraph subgraph;
    private final Problems problems;

    private AddedLink(Subgraph subgraph) {
        this.schema = subgraph.schema();
        this.subgraph = subgraph;
        this.problems = new Problems(subgraph.name());
    }

    /** The subgraph with the link, its schema changed in place; or nothing, and errors in the findings, if the schema's names are in the link's way. */
    public static Optional<Subgraph> add(Subgraph subgraph, Link link, Findings findings) {
        return new AddedLink(subgraph).add(link, findings);
    }

    private Optional<Subgraph> add(Link link, Findings findings) {
        checkLinkItself(link.place());
        checkNames(link);
        if (problems.areEmpty()) {
            addElements(link);
        }
        problems.tell(findings);
        return problems.areEmpty()
                ? Optional.of(new Subgraph(
                        subgraph.name(),
                        subgraph.url(),
                        schema,
                        subgraph.links().with(link),
                        link.url().version()))
                : Optional.empty();
    }

    /** A schema without links gets one of the link specification, too. */
    private void checkLinkItself(Place place) {
        if (!subgraph.links().all().isEmpty()) {
            return;
        }
        boolean isTaken = schema.directiveDefinitions().containsKey("link");
        SpecUrl url = new SpecUrl(Specifications.LINK, "link", new SpecVersion(1, 0));
        addAndRemove(new Link(url, isTaken ? "link1" : "link", List.of(), place));
    }

    private void checkNames(Link link) {
        LinkTable table = new LinkTable();
        subgraph.links().all().forEach(table::add);
        List<Place> places = subgraph.links().all().stream().map(Link::place).toList();
        table.add(link)
                .ifPresent(conflict -> problems.add(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        conflict,
                        "link federation, and import the directive from it",
                        places));
    }

    private void addElements(Link link) {
        Set<String> written = Set.copyOf(schema.directiveDefinitions().keySet());
        SpecificationElements elements = addAndRemove(link);
        if (!Collections.disjoint(written, elements.directives())) {
            elements().forEach(element -> recognize(element, elements));
        }
    }

    private SpecificationElements addAndRemove(Link link) {
        SpecificationElements elements = new SpecificationElements(schema);
        List<CompositionError> errors = elements.add(link);
        errors.forEach(problems::add);
        schema.types().keySet().removeAll(elements.types());
        schema.directiveDefinitions().keySet().removeAll(elements.directives());
        return elements;
    }

    private static void recognize(Element element, SpecificationElements elements) {
        element.directives().replaceAll(use -> {
            KnownDirective meaning = use.known() == null ? elements.meaning(use.name()) : null;
            return meaning == null
                    ? use
                    : new DirectiveUse(use.name(), meaning, use.arguments(), use.declaration(), use.place());
        });
    }

    private Stream<Element> elements() {
        return Stream.concat(
                Stream.of(schema.element()), schema.types().values().stream().flatMap(AddedLink::elements));
    }

    private static Stream<Element> elements(NamedType type) {
        Stream<Field> fields = type.fields().values().stream();
        Stream<InputValue> arguments =
                type.fields().values().stream().flatMap(field -> field.arguments().values().stream());
        Stream<InputValue> inputFields = type.inputFields().values().stream();
        Stream<EnumValue> values = type.values().values().stream();
        return Stream.of(Stream.of(type), fields, arguments, inputFields, values)
                .flatMap(part -> part);
    }
}
