package ft.transcendence.federation.supergraph;

/** The type of a field: a named type, a list or a non-null type. {@code toString()} returns its GraphQL text. */
public sealed interface TypeRef {

    /** A named type. */
    record Named(String name) implements TypeRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A list. */
    record ListOf(TypeRef item) implements TypeRef {
        @Override
        public String toString() {
            return "[" + item + "]";
        }
    }

    /** A type that is never null. */
    record NonNull(TypeRef type) implements TypeRef {
        @Override
        public String toString() {
            return type + "!";
        }
    }

    /** The name of the type inside all lists and non-null types. */
    default String namedType() {
        return switch (this) {
            case Named named -> named.name();
            case ListOf list -> list.item().namedType();
            case NonNull nonNull -> nonNull.type().namedType();
        };
    }

    /** The number of lists around the named type. */
    default int listDepth() {
        return switch (this) {
            case Named ignored -> 0;
            case ListOf list -> 1 + list.item().listDepth();
            case NonNull nonNull -> nonNull.type().listDepth();
        };
    }

    default boolean isNonNull() {
        return this instanceof NonNull;
    }
}
