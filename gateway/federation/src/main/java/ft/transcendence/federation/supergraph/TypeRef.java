package ft.transcendence.federation.supergraph;

/** A type as written at a field: a named type, or a list or non-null of one. {@code toString()} is its GraphQL text. */
public sealed interface TypeRef {

    /** A type by its name. */
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

    /** The name inside all lists and non-nulls. */
    default String namedType() {
        return switch (this) {
            case Named named -> named.name();
            case ListOf list -> list.item().namedType();
            case NonNull nonNull -> nonNull.type().namedType();
        };
    }

    /** How many lists are around the named type. */
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
