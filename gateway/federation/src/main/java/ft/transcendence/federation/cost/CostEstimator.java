package ft.transcendence.federation.cost;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.TypeClasses;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.TypeRef;
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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Estimates the cost of operations before they are executed, according to IBM's GraphQL cost directives specification as routers apply it. The
 * fields that a field requires of other subgraphs are added to it, keys are not: the estimate does not depend on the plan.
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

    /** @param listSize the assumed length of a list without {@code @listSize} */
    public CostEstimator(Supergraph supergraph, int listSize) {
        this.supergraph = supergraph;
        this.schema = supergraph.consumerSchema();
        this.listSize = listSize;
        this.inputs = new InputWeights(supergraph);
    }

    /** The cost of the operation as a formula of its variables. */
    public CostFormula estimate(NormalizedOperation operation) {
        CostFormula fields = new Estimate().selection(operation.fields(), Map.of());
        double base = operation.kind() == OperationKind.MUTATION ? MUTATION : 0;
        return FlatFormula.of(new CostFormula.Sum(List.of(new CostFormula.Fixed(base), fields)).simplified());
    }

    /** The estimate of one operation. A field's selections are estimated once for all types with equal definitions of the field. */
    private final class Estimate {
        private final Map<NormalizedField, Map<ListSizing, CostFormula>> below = new IdentityHashMap<>();
        private final Map<NormalizedField, Map<Facts, CostFormula>> known = new IdentityHashMap<>();

        /**
         * What the cost of a field depends on.
         *
         * @param objectType empty if all types with equal definitions have the same cost
         */
        private record Facts(
                String objectType,
                List<AppliedDirective> directives,
                Set<FieldSet> requirements,
                Map<List<String>, ListSize> sizes) {}

        /** The list sizes that the schema gives at the field itself, and at enclosing fields. */
        private record ListSizing(Optional<AppliedDirective> sizing, Map<List<String>, ListSize> fromEnclosing) {}

        /** @param sizes the list sizes that enclosing fields give, by the names of the fields on the path to the list */
        CostFormula selection(List<NormalizedField> fields, Map<List<String>, ListSize> sizes) {
            Set<String> objectTypes = new LinkedHashSet<>();
            fields.forEach(field -> objectTypes.addAll(field.objectTypes()));
            Set<List<CostFormula>> alternatives = new LinkedHashSet<>();
            for (TypeClasses alike : TypeClasses.of(objectTypes, fields)) {
                for (String objectType : alike.objectTypes()) {
                    List<CostFormula> parts = new ArrayList<>();
                    for (NormalizedField field : alike.fields()) {
                        if (!field.name().startsWith("__")) {
                            parts.add(known(objectType, field, sizes));
                        }
                    }
                    alternatives.add(parts);
                }
            }
            return new CostFormula.Max(alternatives.stream()
                            .map(parts -> new CostFormula.Sum(parts).simplified())
                            .distinct()
                            .toList())
                    .simplified();
        }

        private CostFormula known(String objectType, NormalizedField field, Map<List<String>, ListSize> sizes) {
            Optional<SupergraphField> definition =
                    supergraph.type(objectType).flatMap(type -> type.field(field.name()));
            List<AppliedDirective> directives =
                    definition.map(SupergraphField::directives).orElse(List.of());
            Set<FieldSet> requirements = definition.map(Estimate::requirements).orElse(Set.of());
            boolean same = field.arguments().isEmpty() && directives.isEmpty() && requirements.isEmpty();
            Facts facts = new Facts(same ? "" : objectType, directives, requirements, sizes);
            Map<Facts, CostFormula> ofField = known.computeIfAbsent(field, ignored -> new HashMap<>());
            CostFormula cost = ofField.get(facts);
            if (cost == null) {
                cost = new CostFormula.Sum(List.of(field(objectType, field, sizes), required(objectType, requirements)))
                        .simplified();
                ofField.put(facts, cost);
            }
            return cost;
        }

        private static Set<FieldSet> requirements(SupergraphField field) {
            Set<FieldSet> requirements = new LinkedHashSet<>();
            for (FieldJoin join : field.joins().values()) {
                if (!join.requires().isEmpty()) {
                    requirements.add(join.requires());
                }
            }
            return requirements;
        }

        /** The cost of the required fields, for the subgraph with the most expensive ones. */
        private CostFormula required(String objectType, Set<FieldSet> requirements) {
            return new CostFormula.Max(requirements.stream()
                            .map(fields -> required(objectType, fields))
                            .toList())
                    .simplified();
        }

        private CostFormula required(String objectType, FieldSet fields) {
            List<CostFormula> parts = new ArrayList<>();
            for (FieldSet.Part part : fields.parts()) {
                switch (part) {
                    case FieldSet.Field field -> parts.add(requiredField(objectType, field));
                    case FieldSet.Fragment fragment -> {
                        if (supergraph.objectTypes(fragment.typeCondition()).contains(objectType)) {
                            parts.add(required(objectType, fragment.selections()));
                        }
                    }
                }
            }
            return new CostFormula.Sum(parts).simplified();
        }

        private CostFormula requiredField(String objectType, FieldSet.Field field) {
            Optional<SupergraphField> definition =
                    supergraph.type(objectType).flatMap(type -> type.field(field.name()));
            if (definition.isEmpty()) {
                return new CostFormula.Fixed(0);
            }
            TypeRef type = definition.get().type();
            List<CostFormula> below = supergraph.objectTypes(type.namedType()).stream()
                    .map(inner -> required(inner, field.selections()))
                    .distinct()
                    .toList();
            List<AppliedDirective> directives = definition.get().directives();
            CostFormula item = new CostFormula.Sum(List.of(
                            new CostFormula.Fixed(
                                    weight(type, !field.selections().isEmpty(), directives)),
                            new CostFormula.Max(below).simplified()))
                    .simplified();
            ListSize items =
                    size(objectType, field.name(), field.arguments(), AppliedDirective.find(directives, "listSize"));
            return type.listDepth() == 0 ? item : new CostFormula.Items(items, item).simplified();
        }

        private CostFormula field(String objectType, NormalizedField field, Map<List<String>, ListSize> sizes) {
            Optional<SupergraphField> definition =
                    supergraph.type(objectType).flatMap(type -> type.field(field.name()));
            List<AppliedDirective> directives =
                    definition.map(SupergraphField::directives).orElse(List.of());
            Optional<AppliedDirective> sizing = AppliedDirective.find(directives, "listSize");
            ListSize size = size(objectType, field.name(), field.arguments(), sizing);
            Map<List<String>, ListSize> fromEnclosing = below(field.name(), sizes);
            CostFormula inside = below.computeIfAbsent(field, ignored -> new HashMap<>())
                    .computeIfAbsent(
                            new ListSizing(sizing, fromEnclosing),
                            ignored -> selection(field.fields(), sizedFields(sizing, size, fromEnclosing)));
            CostFormula item = new CostFormula.Sum(
                            List.of(new CostFormula.Fixed(weight(field.type(), field.composite(), directives)), inside))
                    .simplified();
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
            return Optional.of(new CostFormula.OneSlicingArgument(
                            field.name(), slices(objectType, field.name(), field.arguments(), names))
                    .simplified());
        }

        private List<Slice> slices(String objectType, String field, List<Argument> arguments, List<String> paths) {
            return paths.stream()
                    .flatMap(path ->
                            Slices.find(path, arguments, argumentOf(objectType, field, Slices.argument(path))).stream())
                    .toList();
        }

        private double weight(TypeRef type, boolean composite, List<AppliedDirective> directives) {
            return InputWeights.weight(directives)
                    .or(() ->
                            supergraph.type(type.namedType()).flatMap(named -> InputWeights.weight(named.directives())))
                    .orElse(composite ? 1.0 : 0.0);
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

        private ListSize size(
                String objectType, String field, List<Argument> arguments, Optional<AppliedDirective> sizing) {
            long assumed = sizing.map(directive -> directive.arguments().get("assumedSize"))
                    .flatMap(
                            value -> value instanceof Integer count ? Optional.of(count.longValue()) : Optional.empty())
                    .orElse(listSize);
            return new ListSize(slices(objectType, field, arguments, names(sizing, "slicingArguments")), assumed);
        }

        private Optional<GraphQLArgument> argumentOf(String objectType, String field, String argument) {
            GraphQLFieldDefinition definition = schema.getType(objectType) instanceof GraphQLFieldsContainer container
                    ? container.getFieldDefinition(field)
                    : null;
            return definition == null ? Optional.empty() : Optional.ofNullable(definition.getArgument(argument));
        }

        /** The list sizes that enclosing fields give for lists below a field. */
        private static Map<List<String>, ListSize> below(String field, Map<List<String>, ListSize> sizes) {
            Map<List<String>, ListSize> below = new HashMap<>();
            sizes.forEach((path, size) -> {
                if (path.size() > 1 && path.getFirst().equals(field)) {
                    below.put(path.subList(1, path.size()), size);
                }
            });
            return below;
        }

        /** A sized field is a name, or a path of names: {@code page { items }}. */
        private Map<List<String>, ListSize> sizedFields(
                Optional<AppliedDirective> sizing, ListSize size, Map<List<String>, ListSize> fromEnclosing) {
            Map<List<String>, ListSize> sizes = new HashMap<>(fromEnclosing);
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
