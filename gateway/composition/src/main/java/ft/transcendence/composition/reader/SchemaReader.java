package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.syntax.SdlDocument;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.InputDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.Root;
import ft.transcendence.composition.syntax.SdlDocument.SchemaDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.validity.GraphqlValidity;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one document into the model. */
final class SchemaReader {
    private final SubgraphInput input;
    private final SdlDocument document;
    private final Declarations declarations;
    private final Schema schema = new Schema();
    private final Problems problems;
    private final SpecificationElements elements = new SpecificationElements(schema);
    private final UnknownDirectives unknownDirectives = new UnknownDirectives(elements);
    private final Set<TypeDeclaration> readBefore = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LinkReader linkReader = new LinkReader(elements, unknownDirectives);

    SchemaReader(SubgraphInput input, SdlDocument document) {
        this.input = input;
        this.document = document;
        this.declarations = Declarations.of(document);
        this.problems = new Problems(input.name());
    }

    /** The subgraph, or nothing and errors in the findings. */
    Optional<Subgraph> read(Findings findings) {
        // The order decides which errors of a schema with several are seen, so that it is the order of the reference
        // composer.
        List<Runnable> steps = List.of(
                () -> new DeclaredNames(declarations, schema, problems).read(document),
                this::readRoots,
                this::readLinks,
                this::readConnectorInputs,
                this::addSpecifications,
                this::readOtherLinks,
                this::readContents);
        for (Runnable step : steps) {
            if (!problems.isStopped()) {
                step.run();
            }
        }
        Links links = linkReader.links();
        if (problems.areEmpty()) {
            SubgraphNames.checkReserved(input, problems);
        }
        if (problems.areEmpty()) {
            check(links);
        }
        if (problems.areEmpty()) {
            RootTypes.rename(schema, problems);
        }
        if (!problems.areEmpty()) {
            problems.tell(findings);
            return Optional.empty();
        }
        OwnElements.keep(schema, elements, links);
        return Optional.of(new Subgraph(
                input.name(), input.url(), schema, links, links.federation().orElse(Subgraph.FEDERATION_1)));
    }

    private void check(Links links) {
        new GatewayOperations(schema, problems).check();
        GraphqlValidity.check(
                schema,
                elements.definitions(),
                (message, places) -> problems.add(ErrorCode.INVALID_GRAPHQL, message, places));
        new ShadowedImports(schema, links, problems).check();
    }

    private void readRoots() {
        for (SchemaDeclaration declaration : declarations.schemas()) {
            declaration.roots().forEach(this::root);
        }
    }

    private void root(Root root) {
        Optional<TypeKind> kind = schema.kind(root.type());
        if (kind.filter(found -> found == TypeKind.OBJECT).isPresent()) {
            schema.roots().put(root.kind(), root.type());
            return;
        }
        String what = kind.map(found -> "is " + KindNames.withArticle(found)).orElse("is not defined");
        problems.add(
                ErrorCode.INVALID_GRAPHQL,
                "the root type " + root.type() + " " + what + ", but has to be an object type",
                root.place());
    }

    private void readLinks() {
        for (SchemaDeclaration declaration : declarations.schemas()) {
            for (AppliedDirective use : declaration.directives()) {
                if (use.name().equals("link")) {
                    linkReader.apply(use).forEach(problems::add);
                }
            }
        }
    }

    /** Reads the input types of connectors that the schema defines by hand, to compare them with those of their specification. */
    private void readConnectorInputs() {
        Optional<Link> connect = linkReader.links().of(Specifications.CONNECT);
        if (connect.isEmpty()) {
            return;
        }
        Set<String> names = KnownSpecifications.find(connect.get().url()).stream()
                .flatMap(specification -> specification.types().keySet().stream())
                .map(connect.get()::nameOfType)
                .collect(Collectors.toSet());
        TypeContents contents = contents();
        for (TypeDeclaration declaration : declarations.types()) {
            if (declaration.kind() == TypeKind.INPUT_OBJECT && names.contains(declaration.name())) {
                contents.read(declaration);
                readBefore.add(declaration);
            }
        }
    }

    private TypeContents contents() {
        return new TypeContents(
                schema, uses(), problems, linkReader.links().federation().isEmpty());
    }

    private DirectiveUses uses() {
        return new DirectiveUses(elements, unknownDirectives, linkReader.links(), problems);
    }

    private void addSpecifications() {
        List<CompositionError> errors = new ArrayList<>();
        if (linkReader.lacksBootstrap()) {
            errors.addAll(linkReader.checkDefinition());
            if (errors.isEmpty()) {
                List<CompositionError> fatal = linkReader.addBootstrap();
                if (!fatal.isEmpty()) {
                    problems.stop(fatal);
                    return;
                }
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(addFederation());
        }
        errors.forEach(problems::add);
    }

    private List<CompositionError> addFederation() {
        Optional<Link> federation = linkReader.links().of(Specifications.FEDERATION);
        if (federation.isEmpty()) {
            List<CompositionError> errors = elements.addFederation1();
            return errors.isEmpty() ? addOthers() : errors;
        }
        Link link = federation.get();
        if (KnownSpecifications.find(link.url()).isEmpty()) {
            return List.of(new CompositionError(
                    ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION,
                    "the version " + link.url().version() + " of federation is not known",
                    "link a version from "
                            + KnownSpecifications.federationVersions().getFirst() + " to "
                            + KnownSpecifications.federationVersions().getLast(),
                    List.of(link.place())));
        }
        List<CompositionError> errors = elements.add(link);
        return errors.isEmpty() ? addOthers() : errors;
    }

    private List<CompositionError> addOthers() {
        List<CompositionError> errors = new ArrayList<>();
        for (Link link : linkReader.links().all()) {
            if (!Specifications.isLinkItself(link.url())
                    && !link.url().identity().equals(Specifications.FEDERATION)) {
                errors.addAll(elements.add(link));
            }
        }
        return errors;
    }

    /** Reads the other directives of the {@code schema} element: one of them may link under another name than {@code @link}. */
    private void readOtherLinks() {
        for (SchemaDeclaration declaration : declarations.schemas()) {
            for (AppliedDirective use : declaration.directives()) {
                List<CompositionError> errors = use.name().equals("link") ? List.of() : linkReader.apply(use);
                if (!errors.isEmpty()) {
                    problems.stop(errors);
                }
            }
        }
    }

    private void readContents() {
        DirectiveUses uses = uses();
        readSchemaElement(uses);
        for (DirectiveDeclaration declaration : declarations.directives()) {
            DirectiveDefinition definition = schema.directiveDefinitions().get(declaration.name());
            for (InputDeclaration argument : declaration.arguments()) {
                InputValue value =
                        definition == null ? null : definition.arguments().get(argument.name());
                if (value != null) {
                    uses.apply(value, argument.directives(), 0);
                }
            }
        }
        TypeContents contents = contents();
        for (TypeDeclaration declaration : declarations.types()) {
            if (!readBefore.contains(declaration)) {
                contents.read(declaration);
            }
        }
    }

    private void readSchemaElement(DirectiveUses uses) {
        for (SchemaDeclaration declaration : declarations.schemas()) {
            int number = schema.element().places().size();
            schema.element().places().add(declaration.place());
            if (!declaration.isExtension()) {
                schema.element().describe(declaration.description());
            }
            uses.applyDefined(schema.element(), declaration.directives(), number);
        }
    }
}
