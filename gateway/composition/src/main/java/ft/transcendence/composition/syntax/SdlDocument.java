package ft.transcendence.composition.syntax;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a schema document declares, in its order. */
public record SdlDocument(List<Declaration> declarations) {

    /** A definition or an extension. */
    public sealed interface Declaration {
        Place place();
    }

    /** {@code schema @link(…) { query: Query }}, or an extension of the schema. */
    public record SchemaDeclaration(
            boolean isExtension,
            @Nullable String description,
            List<AppliedDirective> directives,
            List<Root> roots,
            Place place)
            implements Declaration {}

    /** A type's definition or extension. Parts that its kind does not have are empty. */
    public record TypeDeclaration(
            TypeKind kind,
            String name,
            boolean isExtension,
            @Nullable String description,
            List<AppliedDirective> directives,
            List<Reference> interfaces,
            List<FieldDeclaration> fields,
            List<InputDeclaration> inputFields,
            List<ValueDeclaration> values,
            List<Reference> members,
            Place place)
            implements Declaration {}

    /** The definition of a directive. */
    public record DirectiveDeclaration(
            String name,
            @Nullable String description,
            List<InputDeclaration> arguments,
            boolean isRepeatable,
            List<String> locations,
            Place place)
            implements Declaration {}

    /** A field of an object type or interface. */
    public record FieldDeclaration(
            String name,
            @Nullable String description,
            List<InputDeclaration> arguments,
            TypeRef type,
            List<AppliedDirective> directives,
            Place place) {}

    /** An argument, or a field of an input object. */
    public record InputDeclaration(
            String name,
            @Nullable String description,
            TypeRef type,
            @Nullable Literal defaultValue,
            List<AppliedDirective> directives,
            Place place) {}

    /** A value of an enum. */
    public record ValueDeclaration(
            String name, @Nullable String description, List<AppliedDirective> directives, Place place) {}

    /** {@code query: Query}. */
    public record Root(OperationKind kind, String type, Place place) {}

    /** A type named as an interface or as a member of a union. */
    public record Reference(String type, Place place) {}

    /**
     * A use of a directive.
     *
     * @param arguments of two with the same name, the last
     */
    public record AppliedDirective(String name, Map<String, Literal> arguments, Place place) {}
}
