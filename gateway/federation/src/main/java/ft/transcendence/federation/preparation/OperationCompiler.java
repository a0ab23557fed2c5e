package ft.transcendence.federation.preparation;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.authorization.Authorization;
import ft.transcendence.federation.authorization.AuthorizedOperation;
import ft.transcendence.federation.document.DocumentReader;
import ft.transcendence.federation.document.SubscriptionRoots;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.executor.compiler.CompiledPlan;
import ft.transcendence.federation.executor.compiler.PlanCompiler;
import ft.transcendence.federation.executor.request.OversizedRequestException;
import ft.transcendence.federation.operation.FieldCoordinates;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationException;
import ft.transcendence.federation.operation.OperationKey;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.operation.SkipInclude;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.QueryPlanner;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.supergraph.SchemaLiterals;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.variables.LiteralExtractor;
import ft.transcendence.federation.variables.VariableCoercer;
import ft.transcendence.federation.variables.VariableValues;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stages from a document to a compiled plan. */
public final class OperationCompiler {

    private final GraphQLSchema schema;
    private final DocumentReader documents;
    private final LiteralExtractor literals;
    private final OperationNormalizer normalizer;
    private final FieldCoordinates coordinates = new FieldCoordinates();
    private final Authorization authorization;
    private final QueryPlanner planner;
    private final PlanCompiler compiler;
    private final DemandControl demand;
    private final int mostDeferred;

    /** @param mostDeferred how many fragments of an operation may be deferred; 0 if none may */
    public OperationCompiler(
            Supergraph supergraph,
            DocumentReader documents,
            OperationNormalizer normalizer,
            QueryPlanner planner,
            DemandControl demand,
            int mostDeferred) {
        this.mostDeferred = mostDeferred;
        this.schema = supergraph.consumerSchema();
        this.documents = documents;
        this.literals = new LiteralExtractor(schema, SchemaLiterals.of(supergraph)::contains);
        this.normalizer = normalizer;
        this.authorization = new Authorization(supergraph);
        this.planner = planner;
        this.compiler = new PlanCompiler(supergraph);
        this.demand = demand;
    }

    /**
     * The operation of one request on its way through the stages. Each stage uses the results of earlier ones. A stage whose result is cached is
     * skipped; what a later stage needs of it is computed on demand. Not thread-safe.
     */
    public final class Draft {

        private final String query;
        private final @Nullable String operationName;
        private final Delivery delivery;
        private @Nullable Document document;
        private LiteralExtractor.@Nullable Extracted extracted;
        private @Nullable NormalizedOperation normalized;

        Draft(GraphQLRequest request, Delivery delivery) {
            this.delivery = delivery;
            this.query = request.query();
            this.operationName = request.operationName();
        }

        /** @throws RequestRefusedException if the document is invalid or does not have the operation */
        PreparedOperation prepare() {
            document = documents.read(query);
            OperationDefinition definition = definition();
            SubscriptionRoots.conditionProblem(document(), definition).ifPresent(problem -> {
                throw new RequestRefusedException(List.of(problem));
            });
            LiteralExtractor.Extracted operation = extracted();
            List<String> conditions = List.copyOf(SkipInclude.variables(operation.document()));
            return new PreparedOperation(
                    OperationKind.valueOf(definition.getOperation().name()),
                    definition.getName(),
                    OperationKey.ofText(operation.document()),
                    VariableCoercer.of(definition, schema, operation.literals(), conditions),
                    conditions,
                    mostDeferred > 0 && SkipInclude.defers(operation.document()));
        }

        /** @throws RequestRefusedException if the operation is too large */
        OperationVariant normalize(VariableValues variables) {
            NormalizedOperation operation = normalized(variables);
            return new OperationVariant(
                    operation.key(),
                    count(operation.fields()),
                    coordinates.of(operation),
                    authorization.requirements(operation),
                    planner.overrideLabels(operation),
                    demand.estimate(operation));
        }

        /** @throws RequestRefusedException if no plan can be made for the operation */
        ExecutableOperation plan(VariableValues variables, Caller caller, Set<String> activeLabels) {
            NormalizedOperation operation = planner.resolvable(normalized(variables), activeLabels);
            AuthorizedOperation authorized = authorization.authorize(operation, caller);
            CompiledPlan plan = compile(authorized, OperationCompiler.this.plan(authorized.planned(), activeLabels));
            return new ExecutableOperation(
                    plan, authorized.errors(), operation.fields().stream().anyMatch(NormalizedField::isIntrospection));
        }

        /** @throws RequestRefusedException if the operation has no plan */
        ExplainedOperation explain(VariableValues variables, Caller caller, Set<String> activeLabels) {
            NormalizedOperation operation = planner.resolvable(normalized(variables), activeLabels);
            AuthorizedOperation authorized = authorization.authorize(operation, caller);
            List<String> denied = authorized.errors().stream()
                    .map(error -> error.get("path") instanceof List<?> path ? dotted(path) : "")
                    .toList();
            try {
                return new ExplainedOperation(planner.trace(authorized.planned(), activeLabels), denied);
            } catch (PlanningException impossible) {
                throw refused(impossible);
            }
        }

        /** The client's document. */
        public Document document() {
            Document known = document;
            if (known == null) {
                known = documents.parse(query);
                document = known;
            }
            return known;
        }

        /** The operation of the client's document that is executed. */
        public OperationDefinition definition() {
            return find(document(), operationName);
        }

        private LiteralExtractor.Extracted extracted() {
            LiteralExtractor.Extracted known = extracted;
            if (known == null) {
                known = literals.extract(document(), definition());
                extracted = known;
            }
            return known;
        }

        /** The normal form for the variables of this request. */
        private NormalizedOperation normalized(VariableValues variables) {
            NormalizedOperation known = normalized;
            if (known == null) {
                LiteralExtractor.Extracted operation = extracted();
                known = OperationCompiler.this.normalize(operation, variables, mostDeferred(operation, delivery));
                normalized = known;
            }
            return known;
        }
    }

    /** Subscriptions have a whole response for each event. */
    private int mostDeferred(LiteralExtractor.Extracted operation, Delivery delivery) {
        boolean inParts = delivery == Delivery.IN_PARTS
                && operation.operation().getOperation() != OperationDefinition.Operation.SUBSCRIPTION;
        return inParts ? mostDeferred : 0;
    }

    private static OperationDefinition find(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name != null && !name.isEmpty()) {
            return operations.stream()
                    .filter(operation -> name.equals(operation.getName()))
                    .findFirst()
                    .orElseThrow(() -> unresolved("The document has no operation named \"" + name + "\"."));
        }
        if (operations.size() != 1) {
            throw unresolved(
                    "The document has " + operations.size() + " operations; set operationName to one of them.");
        }
        return operations.getFirst();
    }

    private static RequestRefusedException unresolved(String message) {
        return new RequestRefusedException(message, "OPERATION_RESOLUTION_FAILURE");
    }

    private NormalizedOperation normalize(
            LiteralExtractor.Extracted operation, VariableValues variables, int deferred) {
        try {
            return normalizer.normalize(operation.document(), null, variables::isTrue, deferred);
        } catch (OperationException refused) {
            throw new RequestRefusedException(
                    String.valueOf(refused.getMessage()),
                    switch (refused.code()) {
                        case OPERATION_NOT_FOUND -> "OPERATION_RESOLUTION_FAILURE";
                        case OPERATION_TOO_DEEP, OPERATION_TOO_LARGE -> "OPERATION_LIMIT_EXCEEDED";
                        case RESERVED_ALIAS, UNSUPPORTED_DIRECTIVE -> "GRAPHQL_VALIDATION_FAILED";
                    });
        }
    }

    private CompiledPlan compile(AuthorizedOperation operation, QueryPlan plan) {
        try {
            return compiler.compile(plan, operation.shown(), operation::denies);
        } catch (OversizedRequestException tooLarge) {
            throw RequestRefusedException.withoutData(
                    String.valueOf(tooLarge.getMessage()), "OPERATION_LIMIT_EXCEEDED");
        }
    }

    private QueryPlan plan(NormalizedOperation operation, Set<String> activeLabels) {
        if (operation.fields().isEmpty()) {
            return new QueryPlan(operation.kind(), Optional.empty());
        }
        try {
            return planner.plan(operation, activeLabels);
        } catch (PlanningException impossible) {
            throw refused(impossible);
        }
    }

    private static String dotted(List<?> path) {
        return path.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static RequestRefusedException refused(PlanningException impossible) {
        return RequestRefusedException.withoutData(
                String.valueOf(impossible.getMessage()), impossible.code().name());
    }

    private static int count(List<NormalizedField> fields) {
        int count = fields.size();
        for (NormalizedField field : fields) {
            count += count(field.fields());
        }
        return count;
    }
}
