package ft.transcendence.federation.cost;

import ft.transcendence.federation.plan.selection.Value;
import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.Supergraph;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cost of argument values: an input object weighs 1, and each of its fields that is given its {@code @cost(weight:)}. */
final class InputWeights {

    private final Supergraph supergraph;

    InputWeights(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** The cost of the content of a value, without the weight of the argument itself. */
    CostFormula of(GraphQLType type, Value value) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType object)) {
            return new CostFormula.Fixed(0);
        }
        List<CostFormula> parts = new ArrayList<>();
        add(object, value, parts);
        return new CostFormula.Sum(parts).simplified();
    }

    private void add(GraphQLInputObjectType object, Value value, List<CostFormula> parts) {
        switch (value) {
            case Value.VariableReference variable ->
                parts.add(new CostFormula.OfVariable(variable.name(), json -> weight(object, json)));
            case Value.Literal ignored -> {}
            case Value.ListValue list -> list.items().forEach(item -> add(object, item, parts));
            case Value.ObjectValue fields -> {
                parts.add(new CostFormula.Fixed(weight(object)));
                fields.fields().forEach((name, field) -> {
                    parts.add(new CostFormula.Fixed(weight(object, name)));
                    Optional.ofNullable(object.getFieldDefinition(name))
                            .ifPresent(definition -> parts.add(of(definition.getType(), field)));
                });
            }
        }
    }

    private double weight(GraphQLInputObjectType object, @Nullable Object json) {
        return switch (json) {
            case List<?> items ->
                items.stream().mapToDouble(item -> weight(object, item)).sum();
            case Map<?, ?> fields -> {
                double sum = weight(object);
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    String name = String.valueOf(field.getKey());
                    GraphQLInputObjectField definition = object.getFieldDefinition(name);
                    sum += weight(object, name);
                    if (definition != null
                            && GraphQLTypeUtil.unwrapAll(definition.getType())
                                    instanceof GraphQLInputObjectType below) {
                        sum += weight(below, field.getValue());
                    }
                }
                yield sum;
            }
            case null, default -> 0;
        };
    }

    /** The weight of an input object itself: 1, as for all objects, unless its type has another one. */
    private double weight(GraphQLInputObjectType object) {
        return supergraph
                .type(object.getName())
                .flatMap(type -> weight(type.directives()))
                .orElse(1.0);
    }

    private double weight(GraphQLInputObjectType object, String field) {
        return supergraph
                .type(object.getName())
                .flatMap(type -> type.field(field))
                .flatMap(known -> weight(known.directives()))
                .orElse(0.0);
    }

    static Optional<Double> weight(List<AppliedDirective> directives) {
        return AppliedDirective.find(directives, "cost")
                .map(cost -> Double.parseDouble(String.valueOf(cost.arguments().getOrDefault("weight", 0))));
    }
}
