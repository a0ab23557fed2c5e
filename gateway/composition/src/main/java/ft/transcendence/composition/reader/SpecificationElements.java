package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.specification.KnownSpecification;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a schema the types and directives of the specifications that it uses, under the names that it gives them, and checks those that it
 * defines by hand. They are there while the schema is checked; afterwards they are removed, as composition knows them.
 */
final class SpecificationElements {
    private static final Map<String, DirectiveDefinition> BUILT_IN = builtIn();

    private final Schema schema;
    private final Map<String, KnownDirective> meanings = new HashMap<>();
    private final Set<String> directives = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    SpecificationElements(Schema schema) {
        this.schema = schema;
    }

    private static Map<String, DirectiveDefinition> builtIn() {
        Map<String, DirectiveDefinition> definitions = new HashMap<>();
        KnownSpecifications.builtIn()
                .directives()
                .forEach((name, declaration) -> definitions.put(
                        name, Elements.directive(declaration, name, UnaryOperator.identity(), List.of())));
        return definitions;
    }

    /** The definition of a directive: of the schema, of a specification, or of GraphQL itself. */
    Optional<DirectiveDefinition> definition(String directive) {
        DirectiveDefinition written = schema.directiveDefinitions().get(directive);
        return Optional.ofNullable(written != null ? written : BUILT_IN.get(directive));
    }

    /** All that a schema can use. */
    Map<String, DirectiveDefinition> definitions() {
        Map<String, DirectiveDefinition> definitions = new HashMap<>(BUILT_IN);
        definitions.putAll(schema.directiveDefinitions());
        return definitions;
    }

    /** Which directive of composition a name means; null if none. */
    @Nullable KnownDirective meaning(String directive) {
        return switch (directive) {
            case "deprecated" -> KnownDirective.DEPRECATED;
            case "specifiedBy" -> KnownDirective.SPECIFIED_BY;
            default -> meanings.get(directive);
        };
    }

    /** Adds what a linked specification defines; nothing if composition does not know it. */
    List<CompositionError> add(Link link) {
        return KnownSpecifications.find(link.url())
                .map(specification -> add(specification, link::nameOfType, link::nameOfDirective))
                .orElse(List.of());
    }

    /** Adds what a Federation 1 schema has. Definitions that were once common there are replaced by the right ones. */
    List<CompositionError> addFederation1() {
        for (String name : List.of("key", "provides", "requires")) {
            DirectiveDefinition definition = schema.directiveDefinitions().get(name);
            if (definition != null && isOldDefinition(definition)) {
                schema.directiveDefinitions().remove(name);
            }
        }
        return add(KnownSpecifications.federation1(), name -> "_" + name, UnaryOperator.identity());
    }

    private static boolean isOldDefinition(DirectiveDefinition definition) {
        if (definition.arguments().isEmpty()) {
            return true;
        }
        return definition.arguments().size() == 1
                && definition.arguments().containsKey("fields")
                && Set.of("String", "_FieldSet", "FieldSet")
                        .contains(definition.arguments().get("fields").type().toString());
    }

    private List<CompositionError> add(
            KnownSpecification specification, UnaryOperator<String> typeNames, UnaryOperator<String> directiveNames) {
        DefinitionCheck check = new DefinitionCheck(schema);
        UnaryOperator<String> references = specification.references(typeNames);
        for (TypeDeclaration declaration : specification.types().values()) {
            String name = typeNames.apply(declaration.name());
            NamedType expected = Elements.type(declaration, name, references);
            NamedType written = schema.types().putIfAbsent(name, expected);
            if (written != null) {
                check.type(expected, written);
            }
            types.add(name);
        }
        for (DirectiveDeclaration declaration : specification.directives().values()) {
            String name = directiveNames.apply(declaration.name());
            DirectiveDefinition expected = Elements.directive(declaration, name, references, List.of());
            DirectiveDefinition written = definition(name).orElse(null);
            if (written == null) {
                schema.directiveDefinitions().put(name, expected);
            } else {
                check.directive(expected, written);
            }
            directives.add(name);
            meaning(declaration).ifPresent(meaning -> meanings.putIfAbsent(name, meaning));
        }
        return check.errors();
    }

    private static Optional<KnownDirective> meaning(DirectiveDeclaration declaration) {
        return declaration.name().equals("core")
                ? Optional.of(KnownDirective.LINK)
                : KnownDirective.named(declaration.name());
    }

    /** Gives the directive of a hand-written definition the meaning of {@code @link}. */
    void linksBy(String directive) {
        meanings.put(directive, KnownDirective.LINK);
        directives.add(directive);
    }

    Set<String> directives() {
        return directives;
    }

    Set<String> types() {
        return types;
    }
}
