package ft.transcendence.composition.syntax;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.schema.DirectiveLocations;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import ft.transcendence.composition.syntax.SdlDocument.Declaration;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.FieldDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.InputDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.Reference;
import ft.transcendence.composition.syntax.SdlDocument.Root;
import ft.transcendence.composition.syntax.SdlDocument.SchemaDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.ValueDeclaration;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A recursive descent parser of schemas: one method for each rule of the grammar. Written by hand, as generated parsers take a second of a cold
 * start for the schemas of a large graph, and as errors have to be those that other composers find.
 */
final class DocumentParser extends ValueParser {
    DocumentParser(SubgraphInput input) {
        super(input);
    }

    SdlDocument parse() {
        List<Declaration> declarations = new ArrayList<>();
        do {
            declarations.add(declaration());
        } while (lexer.kind() != TokenKind.END);
        return new SdlDocument(declarations);
    }

    private Declaration declaration() {
        Place described = place();
        String description = description();
        Place place = place();
        boolean isExtension = skipKeyword("extend");
        if (isExtension && description != null) {
            throw new SyntaxError("an extension has no description", described.line(), described.column());
        }
        if (lexer.kind() != TokenKind.NAME) {
            throw isPunctuator("{") ? operation() : unexpected("a definition");
        }
        return switch (lexer.value()) {
            case "schema" -> schema(isExtension, description, place);
            case "scalar" -> type(TypeKind.SCALAR, isExtension, description, place);
            case "type" -> type(TypeKind.OBJECT, isExtension, description, place);
            case "interface" -> type(TypeKind.INTERFACE, isExtension, description, place);
            case "union" -> type(TypeKind.UNION, isExtension, description, place);
            case "enum" -> type(TypeKind.ENUM, isExtension, description, place);
            case "input" -> type(TypeKind.INPUT_OBJECT, isExtension, description, place);
            case "directive" -> {
                if (isExtension) {
                    throw lexer.error("directives have no extensions");
                }
                yield directive(description, place);
            }
            case "query", "mutation", "subscription", "fragment" -> throw operation();
            default -> throw unexpected("a definition");
        };
    }

    private SyntaxError operation() {
        return lexer.error("a schema has no operations or fragments");
    }

    private SchemaDeclaration schema(boolean isExtension, @Nullable String description, Place place) {
        lexer.advance();
        List<AppliedDirective> directives = directives();
        List<Root> roots = isExtension && !isPunctuator("{") ? List.of() : block(this::root);
        if (isExtension && directives.isEmpty() && roots.isEmpty()) {
            throw unexpected("directives or root types of the extension");
        }
        return new SchemaDeclaration(isExtension, description, directives, roots, place);
    }

    private Root root() {
        Place place = place();
        OperationKind kind =
                switch (name()) {
                    case "query" -> OperationKind.QUERY;
                    case "mutation" -> OperationKind.MUTATION;
                    case "subscription" -> OperationKind.SUBSCRIPTION;
                    default ->
                        throw new SyntaxError(
                                "root types are those of query, mutation and subscription",
                                place.line(),
                                place.column());
                };
        expect(":");
        return new Root(kind, name(), place);
    }

    private TypeDeclaration type(TypeKind kind, boolean isExtension, @Nullable String description, Place place) {
        lexer.advance();
        String name = name();
        boolean hasFields = kind == TypeKind.OBJECT || kind == TypeKind.INTERFACE;
        List<Reference> interfaces = hasFields ? interfaces() : List.of();
        TypeDeclaration type = new TypeDeclaration(
                kind,
                name,
                isExtension,
                description,
                directives(),
                interfaces,
                hasFields ? optionalBlock(this::field) : List.of(),
                kind == TypeKind.INPUT_OBJECT ? optionalBlock(this::input) : List.of(),
                kind == TypeKind.ENUM ? optionalBlock(this::enumValue) : List.of(),
                kind == TypeKind.UNION ? members() : List.of(),
                place);
        if (isExtension && isEmpty(type)) {
            throw unexpected("what the extension adds");
        }
        return type;
    }

    private static boolean isEmpty(TypeDeclaration type) {
        return type.directives().isEmpty()
                && type.interfaces().isEmpty()
                && type.fields().isEmpty()
                && type.inputFields().isEmpty()
                && type.values().isEmpty()
                && type.members().isEmpty();
    }

    private List<Reference> interfaces() {
        return skipKeyword("implements") ? references("&") : List.of();
    }

    private List<Reference> members() {
        return skip("=") ? references("|") : List.of();
    }

    private List<Reference> references(String separator) {
        List<Reference> references = new ArrayList<>();
        skip(separator);
        do {
            Place place = place();
            references.add(new Reference(name(), place));
        } while (skip(separator));
        return references;
    }

    private <T> List<T> optionalBlock(Supplier<T> item) {
        return isPunctuator("{") ? block(item) : List.of();
    }

    private <T> List<T> block(Supplier<T> item) {
        expect("{");
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (!skip("}"));
        return items;
    }

    private FieldDeclaration field() {
        String description = description();
        Place place = place();
        String name = name();
        List<InputDeclaration> arguments = argumentDefinitions();
        expect(":");
        return new FieldDeclaration(name, description, arguments, type(), directives(), place);
    }

    private List<InputDeclaration> argumentDefinitions() {
        if (!skip("(")) {
            return List.of();
        }
        List<InputDeclaration> arguments = new ArrayList<>();
        do {
            arguments.add(input());
        } while (!skip(")"));
        return arguments;
    }

    private InputDeclaration input() {
        String description = description();
        Place place = place();
        String name = name();
        expect(":");
        return new InputDeclaration(name, description, type(), skip("=") ? value() : null, directives(), place);
    }

    private ValueDeclaration enumValue() {
        String description = description();
        Place place = place();
        if (lexer.is(TokenKind.NAME, "true") || lexer.is(TokenKind.NAME, "false") || lexer.is(TokenKind.NAME, "null")) {
            throw lexer.error("\"" + lexer.value() + "\" is no name for the value of an enum");
        }
        return new ValueDeclaration(name(), description, directives(), place);
    }

    private DirectiveDeclaration directive(@Nullable String description, Place place) {
        lexer.advance();
        expect("@");
        String name = name();
        List<InputDeclaration> arguments = argumentDefinitions();
        boolean isRepeatable = skipKeyword("repeatable");
        if (!skipKeyword("on")) {
            throw unexpected("\"on\" and the directive's locations");
        }
        List<String> locations = new ArrayList<>();
        skip("|");
        do {
            if (!DirectiveLocations.isLocation(lexer.value())) {
                throw unexpected("the location of a directive");
            }
            locations.add(name());
        } while (skip("|"));
        return new DirectiveDeclaration(name, description, arguments, isRepeatable, locations, place);
    }
}
