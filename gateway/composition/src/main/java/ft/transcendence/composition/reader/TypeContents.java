package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.syntax.SdlDocument.FieldDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.InputDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.Reference;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.ValueDeclaration;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The last pass over a document: fields, interfaces, members and directives of all types. */
final class TypeContents {
    private final Schema schema;
    private final DirectiveUses uses;
    private final Problems problems;
    private final TypePositions positions;
    private final boolean isFederation1;
    private final Map<String, Integer> declarationsOf = new HashMap<>();

    TypeContents(Schema schema, DirectiveUses uses, Problems problems, boolean isFederation1) {
        this.schema = schema;
        this.uses = uses;
        this.problems = problems;
        this.positions = new TypePositions(schema, problems);
        this.isFederation1 = isFederation1;
    }

    void read(TypeDeclaration declaration) {
        NamedType type = schema.type(declaration.name()).orElseThrow();
        int number = declarationsOf.merge(type.name(), 1, Integer::sum) - 1;
        for (ValueDeclaration value : declaration.values()) {
            EnumValue known = type.values().get(value.name());
            if (known != null) {
                uses.apply(known, value.directives(), number);
            }
        }
        declaration.fields().forEach(field -> field(type, field, number));
        declaration.inputFields().forEach(field -> inputField(type, field, number));
        declaration.interfaces().forEach(reference -> implement(type, reference));
        declaration.members().forEach(reference -> member(type, reference));
        uses.apply(type, declaration.directives(), number);
        if (declaration.description() != null) {
            type.describe(declaration.description());
        }
    }

    private void field(NamedType type, FieldDeclaration declaration, int number) {
        if (isReadByGatewaysOnly(type, declaration.name())) {
            return;
        }
        if (type.kind() != TypeKind.OBJECT && type.kind() != TypeKind.INTERFACE) {
            hasNone(type, "fields");
            return;
        }
        Field field = new Field(declaration.name(), type, declaration.type(), number, List.of(declaration.place()));
        Field other = type.fields().putIfAbsent(field.name(), field);
        if (other != null) {
            problems.stop(
                    ErrorCode.INVALID_GRAPHQL,
                    field.coordinate() + " is defined more than once",
                    List.of(other.places().getFirst(), declaration.place()));
            return;
        }
        positions.output(field.type(), field.coordinate(), declaration.place());
        for (InputDeclaration argument : declaration.arguments()) {
            String coordinate = field.coordinate() + "(" + argument.name() + ":)";
            field.arguments().put(argument.name(), inputValue(argument, coordinate, number));
        }
        uses.apply(field, declaration.directives(), number);
        field.describe(declaration.description());
    }

    /** Whether a Federation 1 schema writes the fields that its library adds. */
    private boolean isReadByGatewaysOnly(NamedType type, String field) {
        return isFederation1
                && TypeNames.FEDERATION_FIELDS.contains(field)
                && type.name().equals(schema.roots().get(OperationKind.QUERY));
    }

    private void hasNone(NamedType type, String parts) {
        problems.stop(
                ErrorCode.INVALID_GRAPHQL,
                type.name() + " is declared with several kinds, of which " + KindNames.withArticle(type.kind())
                        + " has no " + parts,
                type.places());
    }

    private void inputField(NamedType type, InputDeclaration declaration, int number) {
        if (type.kind() != TypeKind.INPUT_OBJECT) {
            hasNone(type, "input fields");
            return;
        }
        String coordinate = type.name() + "." + declaration.name();
        InputValue other = type.inputFields().get(declaration.name());
        if (other != null) {
            problems.stop(
                    ErrorCode.INVALID_GRAPHQL,
                    coordinate + " is defined more than once",
                    List.of(other.places().getFirst(), declaration.place()));
            return;
        }
        type.inputFields().put(declaration.name(), inputValue(declaration, coordinate, number));
    }

    private InputValue inputValue(InputDeclaration declaration, String coordinate, int number) {
        positions.input(declaration.type(), coordinate, declaration.place());
        InputValue value =
                Elements.inputValue(declaration, coordinate, UnaryOperator.identity(), List.of(declaration.place()));
        uses.apply(value, declaration.directives(), number);
        return value;
    }

    private void implement(NamedType type, Reference reference) {
        if (type.kind() != TypeKind.OBJECT && type.kind() != TypeKind.INTERFACE) {
            hasNone(type, "interfaces");
        } else if (hasKind(reference, TypeKind.INTERFACE, type.name() + " implements")
                && !type.interfaces().add(reference.type())) {
            problems.add(
                    ErrorCode.INVALID_GRAPHQL,
                    type.name() + " implements " + reference.type() + " more than once",
                    reference.place());
        }
    }

    private void member(NamedType type, Reference reference) {
        if (type.kind() != TypeKind.UNION) {
            hasNone(type, "members");
        } else if (hasKind(reference, TypeKind.OBJECT, type.name() + " has the member")
                && !type.members().add(reference.type())) {
            problems.add(
                    ErrorCode.INVALID_GRAPHQL,
                    type.name() + " has the member " + reference.type() + " more than once",
                    reference.place());
        }
    }

    private boolean hasKind(Reference reference, TypeKind expected, String relation) {
        Optional<TypeKind> kind = schema.kind(reference.type());
        if (kind.isEmpty()) {
            problems.add(positions.unknown(reference.type(), relation, reference.place()));
        } else if (kind.get() != expected) {
            problems.add(
                    ErrorCode.INVALID_GRAPHQL,
                    relation + " " + reference.type() + ", which is " + KindNames.withArticle(kind.get()),
                    reference.place());
        }
        return kind.filter(found -> found == expected).isPresent();
    }
}
