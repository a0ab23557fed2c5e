package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;
import java.util.Optional;

/** Checks that the types which fields and arguments refer to exist, and are of a kind that their position allows. */
final class TypePositions {
    private final Schema schema;
    private final Problems problems;

    TypePositions(Schema schema, Problems problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Checks the type of a field of an object type or interface. */
    void output(TypeRef type, String coordinate, Place place) {
        Optional<TypeKind> kind = kind(type.namedType(), coordinate, place);
        if (kind.filter(found -> found == TypeKind.INPUT_OBJECT).isPresent()) {
            problems.add(ErrorCode.INVALID_GRAPHQL, coordinate + " returns the input type " + type.namedType(), place);
        }
    }

    /** Checks the type of an argument or of an input object's field. */
    void input(TypeRef type, String coordinate, Place place) {
        Optional<TypeKind> kind = kind(type.namedType(), coordinate, place);
        if (kind.filter(found -> !isInput(found)).isPresent()) {
            problems.add(
                    ErrorCode.INVALID_GRAPHQL,
                    coordinate + " is of type " + type.namedType() + ", which is no scalar, enum or input type",
                    place);
        }
    }

    private static boolean isInput(TypeKind kind) {
        return switch (kind) {
            case SCALAR, ENUM, INPUT_OBJECT -> true;
            case OBJECT, INTERFACE, UNION -> false;
        };
    }

    private Optional<TypeKind> kind(String name, String coordinate, Place place) {
        Optional<TypeKind> kind = schema.kind(name);
        if (kind.isEmpty()) {
            problems.stop(List.of(unknown(name, coordinate + " is of type", place)));
        }
        return kind;
    }

    /** @param reference what refers to the type, and how */
    CompositionError unknown(String name, String reference, Place place) {
        return new CompositionError(
                ErrorCode.INVALID_GRAPHQL,
                reference + " " + name + ", which is not defined",
                "define the type"
                        + Suggestions.sentence(
                                Suggestions.similar(name, schema.types().keySet())),
                List.of(place));
    }
}
