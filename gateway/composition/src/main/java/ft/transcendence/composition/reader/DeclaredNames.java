package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.syntax.SdlDocument;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.InputDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.ValueDeclaration;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The first pass over a document: names and kinds of all types, values of enums, and definitions of directives. Fields come later, when all types
 * are known. The first declaration of a type decides on its kind.
 */
final class DeclaredNames {
    private final Declarations declarations;
    private final Schema schema;
    private final Problems problems;
    private final TypePositions positions;

    DeclaredNames(Declarations declarations, Schema schema, Problems problems) {
        this.declarations = declarations;
        this.schema = schema;
        this.problems = problems;
        this.positions = new TypePositions(schema, problems);
    }

    void read(SdlDocument document) {
        Set<String> defined = new HashSet<>();
        for (SdlDocument.Declaration declaration : document.declarations()) {
            if (declaration instanceof TypeDeclaration type && !TypeNames.isIntrospection(type.name())) {
                declare(type, defined);
            }
        }
        defaultRoots();
        for (TypeDeclaration declaration : declarations.types()) {
            NamedType type = schema.type(declaration.name()).orElseThrow();
            type.declarations().add(new NamedType.Declaration(declaration.isExtension(), declaration.place()));
            values(type, declaration.values());
        }
        declarations.directives().forEach(this::directive);
    }

    private void declare(TypeDeclaration declaration, Set<String> defined) {
        String name = declaration.name();
        if (declaration.isExtension()
                && BuiltIns.isScalar(name)
                && !schema.types().containsKey(name)) {
            problems.stop(
                    ErrorCode.INVALID_GRAPHQL, "the built-in type " + name + " has no extensions", declaration.place());
        }
        if (!declaration.isExtension() && !defined.add(name)) {
            problems.stop(
                    ErrorCode.INVALID_GRAPHQL,
                    "the type " + name + " is defined more than once",
                    declarations.types().stream()
                            .filter(other -> other.name().equals(name) && !other.isExtension())
                            .map(TypeDeclaration::place)
                            .toList());
        }
        schema.types().computeIfAbsent(name, ignored -> new NamedType(name, declaration.kind()));
    }

    /** Types with the default names are root types, unless the schema names others. */
    private void defaultRoots() {
        for (OperationKind kind : OperationKind.values()) {
            String name = BuiltIns.rootName(kind);
            if (schema.type(name).filter(type -> type.kind() == TypeKind.OBJECT).isPresent()) {
                schema.roots().put(kind, name);
            }
        }
    }

    private void values(NamedType type, List<ValueDeclaration> values) {
        if (!values.isEmpty() && type.kind() != TypeKind.ENUM) {
            problems.stop(ErrorCode.INVALID_GRAPHQL, type.name() + " is no enum and has no values", type.places());
        }
        for (ValueDeclaration declaration : values) {
            EnumValue value = type.values()
                    .computeIfAbsent(
                            declaration.name(),
                            name -> new EnumValue(name, type.name() + "." + name, List.of(declaration.place())));
            if (declaration.description() != null) {
                value.describe(declaration.description());
            }
        }
    }

    private void directive(DirectiveDeclaration declaration) {
        String name = declaration.name();
        if (schema.directiveDefinitions().containsKey(name)) {
            problems.stop(
                    ErrorCode.INVALID_GRAPHQL,
                    "the directive @" + name + " is defined more than once",
                    declarations.directives().stream()
                            .filter(other -> other.name().equals(name))
                            .map(DirectiveDeclaration::place)
                            .toList());
        }
        Set<String> arguments = new HashSet<>();
        for (InputDeclaration argument : declaration.arguments()) {
            String coordinate = "@" + name + "(" + argument.name() + ":)";
            if (!arguments.add(argument.name())) {
                problems.stop(ErrorCode.INVALID_GRAPHQL, coordinate + " is defined more than once", argument.place());
            }
            positions.input(argument.type(), coordinate, argument.place());
        }
        schema.directiveDefinitions()
                .put(
                        name,
                        Elements.directive(declaration, name, UnaryOperator.identity(), List.of(declaration.place())));
    }
}
