package ft.transcendence.testkit.stub;

import graphql.language.Definition;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumTypeExtensionDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputObjectTypeExtensionDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.ScalarTypeExtensionDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.language.UnionTypeExtensionDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Extensions of types that other subgraphs define: the first one of each type counts as its definition. */
final class Extensions {

    private Extensions() {}

    @SuppressWarnings("rawtypes") // graphql-java's own lists of definitions are raw
    static List<Definition> withDefinitions(List<Definition> definitions) {
        Set<String> defined = new HashSet<>();
        definitions.stream()
                .filter(definition -> asDefinition(definition) == definition)
                .forEach(definition -> defined.add(nameOf(definition)));
        return definitions.stream()
                .map(definition -> defined.add(nameOf(definition)) ? asDefinition(definition) : definition)
                .toList();
    }

    private static String nameOf(Definition<?> definition) {
        return definition instanceof NamedNode<?> named ? named.getName() : "";
    }

    /** The same parts as a definition; the argument if it is one. */
    private static Definition<?> asDefinition(Definition<?> definition) {
        return switch (definition) {
            case ObjectTypeExtensionDefinition type ->
                ObjectTypeDefinition.newObjectTypeDefinition()
                        .name(type.getName())
                        .implementz(type.getImplements())
                        .directives(type.getDirectives())
                        .fieldDefinitions(type.getFieldDefinitions())
                        .build();
            case InterfaceTypeExtensionDefinition type ->
                InterfaceTypeDefinition.newInterfaceTypeDefinition()
                        .name(type.getName())
                        .implementz(type.getImplements())
                        .directives(type.getDirectives())
                        .definitions(type.getFieldDefinitions())
                        .build();
            case UnionTypeExtensionDefinition type ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .name(type.getName())
                        .directives(type.getDirectives())
                        .memberTypes(type.getMemberTypes())
                        .build();
            case EnumTypeExtensionDefinition type ->
                EnumTypeDefinition.newEnumTypeDefinition()
                        .name(type.getName())
                        .directives(type.getDirectives())
                        .enumValueDefinitions(type.getEnumValueDefinitions())
                        .build();
            case InputObjectTypeExtensionDefinition type ->
                InputObjectTypeDefinition.newInputObjectDefinition()
                        .name(type.getName())
                        .directives(type.getDirectives())
                        .inputValueDefinitions(type.getInputValueDefinitions())
                        .build();
            case ScalarTypeExtensionDefinition type ->
                ScalarTypeDefinition.newScalarTypeDefinition()
                        .name(type.getName())
                        .directives(type.getDirectives())
                        .build();
            default -> definition;
        };
    }
}
