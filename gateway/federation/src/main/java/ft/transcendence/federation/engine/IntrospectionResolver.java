package ft.transcendence.federation.engine;

import ft.transcendence.federation.document.DeferSupport;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.json.JsonWriter;
import graphql.Directives;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Resolves {@code __schema} and {@code __type} from the consumer schema and ignores the operation's other fields. */
final class IntrospectionResolver {

    private final GraphQLSchema schema;
    private final DeferSupport defer;

    /** @param defer whether {@code @defer} is one of the directives that clients see */
    IntrospectionResolver(GraphQLSchema schema, DeferSupport defer) {
        this.defer = defer;
        this.schema = schema;
    }

    /**
     * The values as JSON, by response key.
     *
     * @param document valid for the schema
     * @throws RequestRefusedException if graphql-java refuses the introspection, for example because it is unreasonably large
     */
    Map<String, byte[]> resolve(
            Document document, OperationDefinition operation, Map<String, @Nullable Object> variables) {
        Document introspection = onlyIntrospection(document, operation);
        GraphQL graphql = GraphQL.newGraphQL(schema)
                .instrumentation(new OwnDirectives(defer))
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(introspection)))
                .build();
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput()
                .query("introspection")
                .operationName(operation.getName())
                .variables(given(variables))
                .build());
        Map<String, Object> data = result.getData();
        if (data == null || !result.getErrors().isEmpty()) {
            String reason = result.getErrors().isEmpty()
                    ? "it has no result"
                    : result.getErrors().getFirst().getMessage();
            throw new RequestRefusedException("The introspection was refused: " + reason, "INTROSPECTION_REFUSED");
        }
        Map<String, byte[]> values = new HashMap<>();
        data.forEach((key, value) -> {
            JsonWriter json = new JsonWriter(1_024);
            json.writeValue(value);
            values.put(key, json.toByteArray());
        });
        return values;
    }

    @SuppressWarnings("NullAway") // graphql-java takes null for a variable that is null
    private static Map<String, Object> given(Map<String, @Nullable Object> variables) {
        return new HashMap<>(variables);
    }

    private static Document onlyIntrospection(Document document, OperationDefinition operation) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        SelectionSet selections = onlyIntrospection(operation.getSelectionSet(), fragments);
        OperationDefinition reduced = operation.transform(changed -> changed.selectionSet(selections));
        Document.Builder reducedDocument = Document.newDocument().definition(reduced);
        fragments.values().forEach(reducedDocument::definition);
        return reducedDocument.build();
    }

    private static SelectionSet onlyIntrospection(SelectionSet selections, Map<String, FragmentDefinition> fragments) {
        List<Selection<?>> kept = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> {
                    if (field.getName().equals("__schema") || field.getName().equals("__type")) {
                        kept.add(field);
                    }
                }
                case InlineFragment fragment ->
                    kept.add(fragment.transform(
                            changed -> changed.selectionSet(onlyIntrospection(fragment.getSelectionSet(), fragments))));
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null) {
                        kept.add(InlineFragment.newInlineFragment()
                                .directives(spread.getDirectives())
                                .selectionSet(onlyIntrospection(fragment.getSelectionSet(), fragments))
                                .build());
                    }
                }
                default -> {}
            }
        }
        return SelectionSet.newSelectionSet(kept).build();
    }

    /** Hides the directives that graphql-java adds to every schema for its own execution. */
    private static final class OwnDirectives extends SimplePerformantInstrumentation {

        private static final FieldCoordinates DIRECTIVES = FieldCoordinates.coordinates("__Schema", "directives");

        private final Set<String> notOurs = new HashSet<>();

        OwnDirectives(DeferSupport defer) {
            notOurs.add(Directives.ExperimentalDisableErrorPropagationDirective.getName());
            if (defer == DeferSupport.UNKNOWN) {
                notOurs.add(Directives.DeferDirective.getName());
            }
        }

        @Override
        public DataFetcher<?> instrumentDataFetcher(
                DataFetcher<?> fetcher,
                InstrumentationFieldFetchParameters parameters,
                @Nullable InstrumentationState state) {
            String field = parameters.getField().getName();
            String type = parameters.getExecutionStepInfo().getObjectType().getName();
            return FieldCoordinates.coordinates(type, field).equals(DIRECTIVES)
                    ? environment -> environment.getGraphQLSchema().getDirectives().stream()
                            .filter(directive -> !notOurs.contains(directive.getName()))
                            .toList()
                    : fetcher;
        }
    }
}
