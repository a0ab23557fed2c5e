package ft.transcendence.composition.syntax;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.syntax.SdlDocument.AppliedDirective;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the grammar below declarations: descriptions, types, constant values and uses of directives. */
class ValueParser {
    /** Deeper types and values than any schema has: the parser recurses into them. */
    private static final int MAX_DEPTH = 200;

    private final SubgraphInput input;
    final Lexer lexer;

    ValueParser(SubgraphInput input) {
        this.input = input;
        this.lexer = new Lexer(input.sdl());
    }

    final Place place() {
        return new Place(input.name(), input.source(), lexer.line(), lexer.column());
    }

    final boolean isPunctuator(String punctuator) {
        return lexer.is(TokenKind.PUNCTUATOR, punctuator);
    }

    /** Moves on if the current token is the punctuator. */
    final boolean skip(String punctuator) {
        boolean isFound = isPunctuator(punctuator);
        if (isFound) {
            lexer.advance();
        }
        return isFound;
    }

    final void expect(String punctuator) {
        if (!skip(punctuator)) {
            throw unexpected("\"" + punctuator + "\"");
        }
    }

    /** Moves on if the current token is the name. */
    final boolean skipKeyword(String keyword) {
        boolean isFound = lexer.is(TokenKind.NAME, keyword);
        if (isFound) {
            lexer.advance();
        }
        return isFound;
    }

    final String name() {
        if (lexer.kind() != TokenKind.NAME) {
            throw unexpected("a name");
        }
        String name = lexer.value();
        lexer.advance();
        return name;
    }

    final SyntaxError unexpected(String expected) {
        String found =
                switch (lexer.kind()) {
                    case END -> "the end of the document";
                    case STRING -> "a string";
                    case NAME, INT, FLOAT, PUNCTUATOR -> "\"" + lexer.value() + "\"";
                };
        return lexer.error("expected " + expected + ", found " + found);
    }

    final @Nullable String description() {
        if (lexer.kind() != TokenKind.STRING) {
            return null;
        }
        String description = lexer.value();
        lexer.advance();
        return description;
    }

    final TypeRef type() {
        return type(0);
    }

    private TypeRef type(int depth) {
        checkDepth(depth);
        TypeRef type;
        if (skip("[")) {
            type = new TypeRef.ListOf(type(depth + 1));
            expect("]");
        } else {
            type = new TypeRef.Named(name());
        }
        return skip("!") ? new TypeRef.NonNull(type) : type;
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw lexer.error("nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    final Literal value() {
        return value(0);
    }

    private Literal value(int depth) {
        checkDepth(depth);
        String token = lexer.value();
        return switch (lexer.kind()) {
            case INT -> advanced(new Literal.Int(token));
            case FLOAT -> advanced(new Literal.Decimal(token));
            case STRING -> advanced(new Literal.Text(token));
            case NAME -> advanced(named(token));
            case PUNCTUATOR, END -> nested(depth);
        };
    }

    private Literal advanced(Literal value) {
        lexer.advance();
        return value;
    }

    private static Literal named(String name) {
        return switch (name) {
            case "true" -> Literal.of(true);
            case "false" -> Literal.of(false);
            case "null" -> Literal.NULL;
            default -> new Literal.Symbol(name);
        };
    }

    private Literal nested(int depth) {
        if (skip("[")) {
            List<Literal> items = new ArrayList<>();
            while (!skip("]")) {
                items.add(value(depth + 1));
            }
            return new Literal.ListOf(items);
        }
        if (skip("{")) {
            Map<String, Literal> fields = new LinkedHashMap<>();
            while (!skip("}")) {
                String field = name();
                expect(":");
                fields.put(field, value(depth + 1));
            }
            return new Literal.ObjectOf(fields);
        }
        throw unexpected("a constant value");
    }

    final List<AppliedDirective> directives() {
        if (!isPunctuator("@")) {
            return List.of();
        }
        List<AppliedDirective> directives = new ArrayList<>();
        while (isPunctuator("@")) {
            Place place = place();
            lexer.advance();
            String name = name();
            directives.add(new AppliedDirective(name, arguments(), place));
        }
        return directives;
    }

    private Map<String, Literal> arguments() {
        if (!skip("(")) {
            return Map.of();
        }
        Map<String, Literal> arguments = new LinkedHashMap<>();
        do {
            String argument = name();
            expect(":");
            arguments.put(argument, value());
        } while (!skip(")"));
        return arguments;
    }
}
