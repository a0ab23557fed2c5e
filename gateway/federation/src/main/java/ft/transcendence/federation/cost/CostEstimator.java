package ft.transcendence.federation.cost;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.plan.Argument;
import ft.transcendence.federation.plan.OperationKind;
import ft.transcendence.federation.plan.Value;
import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import graphql.language.IntValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Estimates what operations cost before they run, after the GraphQL cost directives specification of IBM as routers apply it. Fields
 * that only keys and requirements need are not counted: the estimate is the client's, whatever the plan.
 *
 * <p>Thread-safe.
 */
public final class CostEstimator {
    private static final double MUTATION = 10;

    private final Supergraph supergraph;
    private final GraphQLSchema schema;
    private final long listSize;

    /** @param listSize how many items a list has of which the schema says nothing */
    public CostEstimator(Supergraph supergraph, int listSize) {
        this.supergraph = supergraph;
        this.schema = supergraph.consumerSchema();
        this.listSize = listSize;
    }

    /** What the operation costs, as far as it is known without its variables. */
    public CostFormula estimate(NormalizedOperation operation) {
        CostFormula fields = new Estimate().selection(operation.fields(), Map.of());
        double base = operation.kind() == OperationKind.MUTATION ? MUTATION : 0;
        return new CostFormula.Sum(List.of(new CostFormula.Fixed(base), fields)).simplified();
    }

    /** The estimate of one operation. What lies below a field is estimated once for all types that say the same of it. */
    private final class Estimate {
        private final Map<NormalizedField, Map<Optional<AppliedDirective>, CostFormula>> below =
                new IdentityHashMap<>();

        /** @param sizes of lists about which an enclosing field says how long they are, by field name */
        CostFormula selection(List<NormalizedField> fields, Map<String, ListSize> sizes) {
            Set<String> objectTypes = new LinkedHashSet<>();
            fields.forEach(field -> objectTypes.addAll(field.objectTypes()));
            List<CostFormula> alternatives = new ArrayList<>();
            for (String objectType : objectTypes) {
                List<CostFormula> parts = new ArrayList<>();
                for (NormalizedField field : fields) {
                    if (!field.name().startsWith("__") && field.objectTypes().contains(objectType)) {
                        parts.add(field(objectType, field, Optional.ofNullable(sizes.get(field.name()))));
                    }
                }
                alternatives.add(new CostFormula.Sum(parts).simplified());
            }
            return new CostFormula.Dearest(alternatives.stream().distinct().toList()).simplified();
        }

        private CostFormula field(String objectType, NormalizedField field, Optional<ListSize> sizedFromAbove) {
            Optional<SupergraphField> definition =
                    supergraph.type(objectType).flatMap(type -> type.field(field.name()));
            List<AppliedDirective> directives =
                    definition.map(SupergraphField::directives).orElse(List.of());
            Optional<AppliedDirective> sizing = AppliedDirective.find(directives, "listSize");
            ListSize size = size(objectType, field, sizing);
            CostFormula inside = below.computeIfAbsent(field, ignored -> new HashMap<>())
                    .computeIfAbsent(sizing, ignored -> selection(field.fields(), sizedFields(sizing, size)));
            CostFormula item =
                    new CostFormula.Sum(List.of(new CostFormula.Fixed(weight(field, directives)), inside)).simplified();
            CostFormula items = field.type().listDepth() == 0
                    ? item
                    : new CostFormula.Items(sizedFromAbove.orElse(size), item).simplified();
            return new CostFormula.Sum(List.of(new CostFormula.Fixed(arguments(field, definition)), items))
                    .simplified();
        }

        private double weight(NormalizedField field, List<AppliedDirective> directives) {
            return weight(directives)
                    .or(() -> supergraph.type(field.type().namedType()).flatMap(type -> weight(type.directives())))
                    .orElse(field.composite() ? 1.0 : 0.0);
        }

        private double arguments(NormalizedField field, Optional<SupergraphField> definition) {
            return field.arguments().stream()
                    .flatMap(argument ->
                            definition.flatMap(known -> weight(known.argumentDirectives(argument.name()))).stream())
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        private Optional<Double> weight(List<AppliedDirective> directives) {
            return AppliedDirective.find(directives, "cost")
                    .map(cost ->
                            Double.parseDouble(String.valueOf(cost.arguments().getOrDefault("weight", 0))));
        }

        private ListSize size(String objectType, NormalizedField field, Optional<AppliedDirective> sizing) {
            List<ListSize.Slice> slices = names(sizing, "slicingArguments").stream()
                    .flatMap(argument -> slice(objectType, field, argument).stream())
                    .toList();
            long assumed = sizing.map(directive -> directive.arguments().get("assumedSize"))
                    .flatMap(
                            value -> value instanceof Integer count ? Optional.of(count.longValue()) : Optional.empty())
                    .orElse(listSize);
            return new ListSize(slices, assumed);
        }

        private Optional<ListSize.Slice> slice(String objectType, NormalizedField field, String argument) {
            OptionalLong otherwise = defaultOf(objectType, field.name(), argument);
            Optional<Value> given = field.arguments().stream()
                    .filter(one -> one.name().equals(argument))
                    .map(Argument::value)
                    .findFirst();
            if (given.isEmpty()) {
                return otherwise.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ListSize.Slice.Number(otherwise.getAsLong()));
            }
            if (given.get() instanceof Value.VariableReference variable) {
                return Optional.of(new ListSize.Slice.Variable(variable.name(), otherwise));
            }
            OptionalLong count = ListSize.parse(given.get().toString());
            return count.isEmpty() ? Optional.empty() : Optional.of(new ListSize.Slice.Number(count.getAsLong()));
        }

        private OptionalLong defaultOf(String objectType, String field, String argument) {
            GraphQLFieldDefinition definition = schema.getType(objectType) instanceof GraphQLFieldsContainer container
                    ? container.getFieldDefinition(field)
                    : null;
            GraphQLArgument known = definition == null ? null : definition.getArgument(argument);
            return known != null
                            && known.hasSetDefaultValue()
                            && known.getArgumentDefaultValue().getValue() instanceof IntValue number
                    ? OptionalLong.of(number.getValue().longValue())
                    : OptionalLong.empty();
        }

        private Map<String, ListSize> sizedFields(Optional<AppliedDirective> sizing, ListSize size) {
            Map<String, ListSize> sizes = new HashMap<>();
            names(sizing, "sizedFields").forEach(name -> sizes.put(name, size));
            return sizes;
        }

        private List<String> names(Optional<AppliedDirective> sizing, String argument) {
            return sizing
                    .map(directive -> directive.arguments().get(argument))
                    .map(value -> value instanceof List<?> list ? list : List.of(value))
                    .orElse(List.of())
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }
    }
}
