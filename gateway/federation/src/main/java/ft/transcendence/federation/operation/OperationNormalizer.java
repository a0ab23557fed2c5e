package ft.transcendence.federation.operation;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.operation.OperationException.Code;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Normalizes validated operations. Thread-safe. */
public final class OperationNormalizer {
    private final ConsumerTypes types;
    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final ForwardedDirectives directives;

    public OperationNormalizer(GraphQLSchema consumerSchema, OperationLimits limits) {
        this.schema = consumerSchema;
        this.types = new ConsumerTypes(consumerSchema);
        this.limits = limits;
        this.directives = new ForwardedDirectives(consumerSchema);
    }

    /**
     * Normalizes one operation of a document.
     *
     * @param document valid for the consumer schema
     * @param operationName may be null if the document has one operation
     * @param conditionVariables returns the coerced values of {@link SkipInclude#variables}
     * @throws OperationException if there is no such operation, or it exceeds the limits
     */
    public NormalizedOperation normalize(
            Document document, @Nullable String operationName, Predicate<String> conditionVariables) {
        return normalize(document, operationName, conditionVariables, 0);
    }

    /**
     * Normalizes one operation of a document for an incremental response.
     *
     * @param document valid for the consumer schema
     * @param operationName may be null if the document has one operation
     * @param conditionVariables returns the coerced values of {@link SkipInclude#variables}
     * @param mostDeferred how many fragments may be deferred, at most {@link Deferral#MOST_FRAGMENTS}; 0 for a single response
     * @throws OperationException if there is no such operation, or it exceeds the limits
     */
    public NormalizedOperation normalize(
            Document document, @Nullable String operationName, Predicate<String> conditionVariables, int mostDeferred) {
        OperationDefinition definition = operation(document, operationName);
        OperationKind kind = OperationKind.valueOf(definition.getOperation().name());
        String rootType = rootType(kind);
        DeferralCollector deferred = new DeferralCollector(mostDeferred, conditionVariables);
        SelectionCollector collector =
                new SelectionCollector(types, directives, limits, document, conditionVariables, deferred);
        SelectionCollector.Normalized root = collector.normalize(rootType, definition.getSelectionSet());
        List<NormalizedField> fields = root.fields();
        Deferral deferral = deferred.result(root.places());
        List<VariableUse> variables = definition.getVariableDefinitions().stream()
                .map(variable ->
                        new VariableUse(variable.getName(), declaredType(variable) + directives.text(variable)))
                .toList();
        List<Directive> ofOperation = directives.of(definition);
        String key = OperationKey.of(kind, fields, variables, ofOperation, deferral);
        return new NormalizedOperation(kind, rootType, fields, variables, ofOperation, deferral, key);
    }

    /** The type with the default value, which allows a nullable variable in a non-null position. */
    private static String declaredType(VariableDefinition variable) {
        String type = AstPrinter.printAst(variable.getType());
        return variable.getDefaultValue() == null
                ? type
                : type + " = " + AstPrinter.printAst(variable.getDefaultValue());
    }

    private static OperationDefinition operation(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        Optional<OperationDefinition> found = name == null || name.isEmpty()
                ? operations.stream().findFirst().filter(ignored -> operations.size() == 1)
                : operations.stream()
                        .filter(operation -> name.equals(operation.getName()))
                        .findFirst();
        return found.orElseThrow(() -> new OperationException(
                Code.OPERATION_NOT_FOUND,
                name == null || name.isEmpty()
                        ? "The document has " + operations.size() + " operations; set operationName to one of them."
                        : "The document has no operation named \"" + name + "\"."));
    }

    private String rootType(OperationKind kind) {
        GraphQLObjectType root =
                switch (kind) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        if (root == null) {
            throw new OperationException(
                    Code.OPERATION_NOT_FOUND, "The schema has no " + kind.keyword() + " operations.");
        }
        return root.getName();
    }
}
