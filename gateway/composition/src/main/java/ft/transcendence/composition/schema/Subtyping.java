package ft.transcendence.composition.schema;

import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.Optional;

/**
 * Which types are subtypes of which: because they are non-null, a member of the union or an implementation of the interface, also inside lists (GraphQL
 * specification, section 3.6.1: IsValidImplementationFieldType).
 */
public final class Subtyping {
    /** Whose members and implementations count. */
    private final Schema whole;

    /** A type with the schema of the subgraph that it stands in, where its kind can be another one than in other subgraphs. */
    public record Located(TypeRef type, Schema schema) {
        Located with(TypeRef inner) {
            return new Located(inner, schema);
        }
    }

    public Subtyping(Schema whole) {
        this.whole = whole;
    }

    public boolean isStrictSubtype(Located type, Located maybeSubtype) {
        return switch (maybeSubtype.type()) {
            case TypeRef.ListOf subtype ->
                type.type() instanceof TypeRef.ListOf list
                        && isSubtype(type.with(list.item()), maybeSubtype.with(subtype.item()));
            case TypeRef.NonNull subtype ->
                type.type() instanceof TypeRef.NonNull nonNull
                        ? isSubtype(type.with(nonNull.type()), maybeSubtype.with(subtype.type()))
                        : isSubtype(type, maybeSubtype.with(subtype.type()));
            case TypeRef.Named subtype ->
                type.type() instanceof TypeRef.Named named
                        && isDirectSubtype(type.schema(), named.name(), maybeSubtype.schema(), subtype.name());
        };
    }

    public boolean isSubtype(Located type, Located maybeSubtype) {
        return type.type().equals(maybeSubtype.type()) || isStrictSubtype(type, maybeSubtype);
    }

    private boolean isDirectSubtype(Schema schema, String type, Schema subtypeSchema, String subtype) {
        Optional<TypeKind> kind = schema.kind(type);
        Optional<TypeKind> subtypeKind = subtypeSchema.kind(subtype);
        if (kind.isEmpty() || subtypeKind.isEmpty()) {
            return false;
        }
        return switch (kind.get()) {
            case UNION -> subtypeKind.get() == TypeKind.OBJECT && hasMember(type, subtype);
            case INTERFACE ->
                (subtypeKind.get() == TypeKind.OBJECT || subtypeKind.get() == TypeKind.INTERFACE)
                        && implementsInterface(subtype, type);
            case OBJECT, ENUM, SCALAR, INPUT_OBJECT -> false;
        };
    }

    private boolean hasMember(String union, String member) {
        return whole.type(union)
                .map(NamedType::members)
                .filter(members -> members.contains(member))
                .isPresent();
    }

    private boolean implementsInterface(String type, String interfaceName) {
        return whole.type(type)
                .map(NamedType::interfaces)
                .filter(interfaces -> interfaces.contains(interfaceName))
                .isPresent();
    }
}
