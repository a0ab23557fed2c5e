package ft.transcendence.composition.reader;

import ft.transcendence.composition.syntax.SdlDocument;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.SchemaDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * The declarations of a document by what they declare.
 *
 * @param types all definitions, then all extensions; without types of introspection
 * @param schemas all definitions, then all extensions
 */
record Declarations(
        List<TypeDeclaration> types, List<SchemaDeclaration> schemas, List<DirectiveDeclaration> directives) {
    static Declarations of(SdlDocument document) {
        Declarations declarations = new Declarations(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<TypeDeclaration> typeExtensions = new ArrayList<>();
        List<SchemaDeclaration> schemaExtensions = new ArrayList<>();
        for (SdlDocument.Declaration declaration : document.declarations()) {
            switch (declaration) {
                case TypeDeclaration type -> {
                    if (!TypeNames.isIntrospection(type.name())) {
                        (type.isExtension() ? typeExtensions : declarations.types).add(type);
                    }
                }
                case SchemaDeclaration schema ->
                    (schema.isExtension() ? schemaExtensions : declarations.schemas).add(schema);
                case DirectiveDeclaration directive -> declarations.directives.add(directive);
            }
        }
        declarations.types.addAll(typeExtensions);
        declarations.schemas.addAll(schemaExtensions);
        return declarations;
    }
}
