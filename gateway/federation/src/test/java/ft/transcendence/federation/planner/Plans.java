package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationException;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.planner.limits.PlanningException;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/** Plans operations over a small supergraph. The soundness of every plan is checked, as assertions are enabled in tests. */
final class Plans {
    private final Supergraph supergraph;
    private final QueryPlanner planner;
    private final OperationNormalizer normalizer;
    private final Set<String> overrideLabels;

    private Plans(Supergraph supergraph, Set<String> overrideLabels, PlannerLimits limits) {
        this.supergraph = supergraph;
        this.overrideLabels = overrideLabels;
        this.planner = new QueryPlanner(supergraph, limits);
        this.normalizer = new OperationNormalizer(supergraph.consumerSchema(), OperationLimits.defaults());
    }

    /** @param types the types with their join directives; subgraph {@code a} is the graph {@code A} */
    static Plans over(String subgraphs, String types) {
        return over(subgraphs, types, Set.of());
    }

    static Plans over(String subgraphs, String types, Set<String> overrideLabels) {
        return new Plans(SupergraphReader.read(supergraph(subgraphs, types)), overrideLabels, PlannerLimits.defaults());
    }

    static Plans over(String subgraphs, String types, PlannerLimits limits) {
        return new Plans(SupergraphReader.read(supergraph(subgraphs, types)), Set.of(), limits);
    }

    static String supergraph(String subgraphs, String types) {
        String graphs = Arrays.stream(subgraphs.split(" "))
                .map(name -> name.toUpperCase(Locale.ROOT) + " @join__graph(name: \"" + name + "\", url: \"http://"
                        + name + "\")")
                .collect(Collectors.joining(" "));
        String roots = (types.contains("type Mutation") ? " mutation: Mutation" : "")
                + (types.contains("type Subscription") ? " subscription: Subscription" : "");
        return """
                schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
                { query: Query%s }
                enum join__Graph { %s }
                %s
                """.formatted(roots, graphs, types);
    }

    /** The plan as text. */
    String plan(String operation, String... trueVariables) {
        return planner.plan(planner.resolvable(normalize(operation, trueVariables), overrideLabels), overrideLabels)
                .toString();
    }

    /** The plan as text, or the code of the failure; the operation is not validated. */
    String outcome(String operation) {
        try {
            return planner.plan(normalizer.normalize(Parser.parse(operation), null, name -> false), overrideLabels)
                    .toString();
        } catch (PlanningException e) {
            return e.code().name();
        } catch (OperationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The failure of an operation that cannot be planned. */
    PlanningException failure(String operation) {
        NormalizedOperation normalized = normalize(operation);
        PlanningException failure =
                catchThrowableOfType(PlanningException.class, () -> planner.plan(normalized, overrideLabels));
        assertThat(failure).as("planning fails").isNotNull();
        return failure;
    }

    /** The labels of overrides that the plan depends on. */
    List<String> overrideLabels(String operation) {
        return planner.overrideLabels(normalize(operation));
    }

    /** The failure of an operation on a thread with a stack of this many bytes. */
    PlanningException failureOnStack(long bytes, String operation) {
        NormalizedOperation normalized = normalize(operation);
        FutureTask<PlanningException> planning = new FutureTask<>(
                () -> catchThrowableOfType(PlanningException.class, () -> planner.plan(normalized, overrideLabels)));
        new Thread(null, planning, "small stack", bytes).start();
        try {
            return planning.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("planning did not end", e);
        }
    }

    private NormalizedOperation normalize(String operation, String... trueVariables) {
        Document document = Parser.parse(operation);
        assertThat(new Validator().validateDocument(supergraph.consumerSchema(), document, Locale.ENGLISH))
                .isEmpty();
        return normalizer.normalize(document, null, Set.of(trueVariables)::contains);
    }
}
