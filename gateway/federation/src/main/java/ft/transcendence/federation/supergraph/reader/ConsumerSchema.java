package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
import ft.transcendence.federation.supergraph.AppliedDirective;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds the schema that clients see: the supergraph without inaccessible elements and federation's own types and directives. */
final class ConsumerSchema {
    private static final Set<String> DIRECTIVES_KEPT = Set.of("deprecated", "specifiedBy", "oneOf");

    private final Features features;
    private final Set<String> inaccessibleTypes = new HashSet<>();

    private ConsumerSchema(Features features) {
        this.features = features;
    }

    static GraphQLSchema build(Document supergraph, Features features) {
        ConsumerSchema schema = new ConsumerSchema(features);
        Document document = schema.consumerDocument(supergraph);
        try {
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(document));
        } catch (SchemaProblem problem) {
            GraphQLError first = problem.getErrors().getFirst();
            int line = first.getLocations() == null || first.getLocations().isEmpty()
                    ? 0
                    : first.getLocations().getFirst().getLine();
            throw new SupergraphException(
                    Code.INVALID_SCHEMA, Math.max(0, line), "the consumer schema is not valid: " + first.getMessage());
        } catch (GraphQLException e) {
            throw new SupergraphException(
                    Code.INVALID_SCHEMA, 0, "the consumer schema is not valid: " + e.getMessage());
        }
    }

    private Document consumerDocument(Document supergraph) {
        for (Definition<?> definition : supergraph.getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type && isInaccessible((DirectivesContainer<?>) type)) {
                inaccessibleTypes.add(type.getName());
            }
        }
        Document.Builder document = Document.newDocument();
        supergraph.getDefinitions().stream()
                .filter(this::isKept)
                .map(this::visible)
                .forEach(document::definition);
        return document.build();
    }

    private boolean isKept(Definition<?> definition) {
        return switch (definition) {
            case TypeDefinition<?> type ->
                !features.isMachinery(type.getName(), false) && !inaccessibleTypes.contains(type.getName());
            case DirectiveDefinition directive -> !features.isMachinery(directive.getName(), true);
            default -> true;
        };
    }

    private Definition<?> visible(Definition<?> definition) {
        return switch (definition) {
            case SchemaDefinition schema ->
                schema.transform(changed -> changed.directives(List.of())
                        .operationTypeDefinitions(schema.getOperationTypeDefinitions().stream()
                                .filter(operation -> !inaccessibleTypes.contains(
                                        operation.getTypeName().getName()))
                                .toList()));
            case ObjectTypeDefinition object ->
                object.transform(changed -> changed.directives(kept(object))
                        .implementz(accessible(object.getImplements()))
                        .fieldDefinitions(fields(object.getFieldDefinitions())));
            case InterfaceTypeDefinition object ->
                object.transform(changed -> changed.directives(kept(object))
                        .implementz(accessible(object.getImplements()))
                        .definitions(fields(object.getFieldDefinitions())));
            case UnionTypeDefinition union ->
                union.transform(
                        changed -> changed.directives(kept(union)).memberTypes(accessible(union.getMemberTypes())));
            case EnumTypeDefinition values ->
                values.transform(changed -> changed.directives(kept(values))
                        .enumValueDefinitions(values.getEnumValueDefinitions().stream()
                                .filter(value -> !isInaccessible(value))
                                .map(value -> value.transform(one -> one.directives(kept(value))))
                                .toList()));
            case InputObjectTypeDefinition input ->
                input.transform(changed -> changed.directives(kept(input))
                        .inputValueDefinitions(inputs(input.getInputValueDefinitions())));
            case ScalarTypeDefinition scalar -> scalar.transform(changed -> changed.directives(kept(scalar)));
            default -> definition;
        };
    }

    private List<FieldDefinition> fields(List<FieldDefinition> fields) {
        return fields.stream()
                .filter(field -> !isInaccessible(field))
                .map(field -> field.transform(changed -> changed.directives(kept(field))
                        .inputValueDefinitions(inputs(field.getInputValueDefinitions()))))
                .toList();
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> !isInaccessible(input))
                .map(input -> input.transform(changed -> changed.directives(kept(input))))
                .toList();
    }

    @SuppressWarnings("rawtypes") // graphql-java's builders take raw types
    private List<Type> accessible(List<? extends Type> types) {
        return types.stream()
                .filter(type -> !inaccessibleTypes.contains(((TypeName) type).getName()))
                .map(type -> (Type) type)
                .toList();
    }

    private boolean isInaccessible(DirectivesContainer<?> element) {
        return AppliedDirective.find(AppliedDirectiveReader.read(element.getDirectives(), features), "inaccessible")
                .isPresent();
    }

    private static List<Directive> kept(DirectivesContainer<?> element) {
        return element.getDirectives().stream()
                .filter(directive -> DIRECTIVES_KEPT.contains(directive.getName()))
                .toList();
    }
}
