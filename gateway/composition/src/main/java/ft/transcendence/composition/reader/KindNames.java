package ft.transcendence.composition.reader;

import ft.transcendence.federation.supergraph.TypeKind;

/** The kinds of types in messages. */
final class KindNames {
    private KindNames() {}

    static String withArticle(TypeKind kind) {
        return switch (kind) {
            case SCALAR -> "a scalar";
            case OBJECT -> "an object type";
            case INTERFACE -> "an interface";
            case UNION -> "a union";
            case ENUM -> "an enum";
            case INPUT_OBJECT -> "an input type";
        };
    }
}
