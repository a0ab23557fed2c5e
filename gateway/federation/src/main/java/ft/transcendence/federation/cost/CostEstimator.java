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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Estimates what operations cost before they run, after the GraphQL cost directives specification of IBM as routers apply it. Fields
 * that only keys and requirements need are not counted: the estimate is the client's, whatever the plan.
 *
 * <p>Thread-safe.
 */
public final class CostEstimator {
    private static final double MUTATION = 10;
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final Supergraph supergraph;
    private final GraphQLSchema schema;
    private final long listSize;
    private final InputWeights inputs;

    /** @param listSize how many items a list has of which the schema says nothing */
    public CostEstimator(Supergraph supergraph, int listSize) {
        this.supergraph = supergraph;
        this.schema = supergraph.consumerSchema();
        this.listSize = listSize;
        this.inputs = new InputWeights(supergraph);
    }

    /** What the operation costs, as far as it is known without its variables. */
    public CostFormula estimate(NormalizedOperation operation) {
        CostFormula fields = new Estimate().selection(operation.fields(), Map.of());
        double base = operation.kind() == OperationKind.MUTATION ? MUTATION : 0;
        return new CostFormula.Sum(List.of(new CostFormula.Fixed(base), fields)).simplified();
    }

    /** The estimate of one operation. What lies below a field is estimated once for all types that say the same of it. */
    private final class Estimate {
        private final Map<NormalizedField, Map<Said, CostFormula>> below = new IdentityHashMap<>();

        /** What the schema says of the lists below a field: at the field itself, and above it. */
        private record Said(Optional<AppliedDirective> sizing, Map<List<String>, ListSize> fromAbove) {}

        /** @param sizes of lists about which an enclosing field says how long they are, by the fields' names on the way */
        CostFormula selection(List<NormalizedField> fields, Map<List<String>, ListSize> sizes) {
            Set<String> objectTypes = new LinkedHashSet<>();
            fields.forEach(field -> objectTypes.addAll(field.objectTypes()));
            List<CostFormula> alternatives = new ArrayList<>();
            for (String objectType : objectTypes) {
                List<CostFormula> parts = new ArrayList<>();
                for (NormalizedField field : fields) {
                    if (!field.name().startsWith("__") && field.objectTypes().contains(objectType)) {
                        parts.add(field(objectType, field, sizes));
                    }
                }
                alternatives.add(new CostFormula.Sum(parts).simplified());
            }
            return new CostFormula.Dearest(alternatives.stream().distinct().toList()).simplified();
        }

        private CostFormula field(String objectType, NormalizedField field, Map<List<String>, ListSize> sizes) {
            Optional<SupergraphField> definition =
                    supergraph.type(objectType).flatMap(type -> type.field(field.name()));
            List<AppliedDirective> directives =
                    definition.map(SupergraphField::directives).orElse(List.of());
            Optional<AppliedDirective> sizing = AppliedDirective.find(directives, "listSize");
            ListSize size = size(objectType, field, sizing);
            Map<List<String>, ListSize> fromAbove = below(field.name(), sizes);
            CostFormula inside = below.computeIfAbsent(field, ignored -> new HashMap<>())
                    .computeIfAbsent(
                            new Said(sizing, fromAbove),
                            ignored -> selection(field.fields(), sizedFields(sizing, size, fromAbove)));
            CostFormula item =
                    new CostFormula.Sum(List.of(new CostFormula.Fixed(weight(field, directives)), inside)).simplified();
            ListSize items = sizes.getOrDefault(List.of(field.name()), size);
            List<CostFormula> parts = new ArrayList<>();
            parts.add(field.type().listDepth() == 0 ? item : new CostFormula.Items(items, item).simplified());
            parts.add(arguments(objectType, field, definition));
            slicing(objectType, field, sizing).ifPresent(parts::add);
            return new CostFormula.Sum(parts).simplified();
        }

        private Optional<CostFormula> slicing(
                String objectType, NormalizedField field, Optional<AppliedDirective> sizing) {
            List<String> names = names(sizing, "slicingArguments");
            boolean isRequired = sizing.map(directive -> directive.arguments().get("requireOneSlicingArgument"))
                    .filter(Boolean.FALSE::equals)
                    .isEmpty();
            if (names.isEmpty() || !isRequired) {
                return Optional.empty();
            }
            List<Value> given = field.arguments().stream()
                    .filter(argument -> names.contains(argument.name()))
                    .map(Argument::value)
                    .toList();
            List<String> variables = given.stream()
                    .flatMap(value -> value instanceof Value.VariableReference variable
                            ? Stream.of(variable.name())
                            : Stream.of())
                    .toList();
            long literals = given.stream()
                    .filter(value -> !(value instanceof Value.VariableReference)
                            && !value.toString().equals("null"))
                    .count();
            boolean hasDefault = names.stream()
                    .anyMatch(name -> defaultOf(objectType, field.name(), name).isPresent());
            return Optional.of(new CostFormula.OneSlicingArgument(field.name(), (int) literals, variables, hasDefault)
                    .simplified());
        }

        private double weight(NormalizedField field, List<AppliedDirective> directives) {
            return InputWeights.weight(directives)
                    .or(() -> supergraph
                            .type(field.type().namedType())
                            .flatMap(type -> InputWeights.weight(type.directives())))
                    .orElse(field.composite() ? 1.0 : 0.0);
        }

        private CostFormula arguments(String objectType, NormalizedField field, Optional<SupergraphField> definition) {
            List<CostFormula> parts = new ArrayList<>();
            for (Argument argument : field.arguments()) {
                definition
                        .flatMap(known -> InputWeights.weight(known.argumentDirectives(argument.name())))
                        .ifPresent(weight -> parts.add(new CostFormula.Fixed(weight)));
                argumentOf(objectType, field.name(), argument.name())
                        .ifPresent(known -> parts.add(inputs.of(known.getType(), argument.value())));
            }
            return new CostFormula.Sum(parts).simplified();
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
            return argumentOf(objectType, field, argument)
                    .filter(GraphQLArgument::hasSetDefaultValue)
                    .map(known -> known.getArgumentDefaultValue().getValue() instanceof IntValue number
                            ? OptionalLong.of(number.getValue().longValue())
                            : OptionalLong.empty())
                    .orElse(OptionalLong.empty());
        }

        private Optional<GraphQLArgument> argumentOf(String objectType, String field, String argument) {
            GraphQLFieldDefinition definition = schema.getType(objectType) instanceof GraphQLFieldsContainer container
                    ? container.getFieldDefinition(field)
                    : null;
            return definition == null ? Optional.empty() : Optional.ofNullable(definition.getArgument(argument));
        }

        /** What an enclosing field says of lists further down. */
        private static Map<List<String>, ListSize> below(String field, Map<List<String>, ListSize> sizes) {
            Map<List<String>, ListSize> below = new HashMap<>();
            sizes.forEach((path, size) -> {
                if (path.size() > 1 && path.getFirst().equals(field)) {
                    below.put(path.subList(1, path.size()), size);
                }
            });
            return below;
        }

        /** Each sized field is a name, or names with those of enclosing fields before it: {@code page { items }}. */
        private Map<List<String>, ListSize> sizedFields(
                Optional<AppliedDirective> sizing, ListSize size, Map<List<String>, ListSize> fromAbove) {
            Map<List<String>, ListSize> sizes = new HashMap<>(fromAbove);
            for (String text : names(sizing, "sizedFields")) {
                sizes.put(NAME.matcher(text).results().map(MatchResult::group).toList(), size);
            }
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
