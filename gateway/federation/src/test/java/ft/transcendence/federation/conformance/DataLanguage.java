package ft.transcendence.federation.conformance;

import ft.transcendence.federation.subgraphs.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the values of a data file: JSON, or an object whose one field is an operator. The kit's README describes the operators.
 */
final class DataLanguage {

    /**
     * What an operator sees.
     *
     * @param object the object whose field is evaluated
     * @param arguments the field's arguments
     * @param old the former value of the cell that is being set
     */
    record Scope(
            DataSubgraph subgraph,
            DataObject object,
            Map<String, @Nullable Object> arguments,
            @Nullable Object old) {}

    private DataLanguage() {}

    static @Nullable Object value(@Nullable Object expression, Scope scope) {
        if (expression instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(item -> values.add(value(item, scope)));
            return values;
        }
        if (expression instanceof Map<?, ?> map && map.size() == 1) {
            String name = String.valueOf(map.keySet().iterator().next());
            if (name.startsWith("$")) {
                return operate(name, map.get(name), scope);
            }
        }
        return expression;
    }

    /** Equality of keys and columns: by text, so that the id 1 and the id "1" are the same. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null ? one == other : text(one).equals(text(other));
    }

    private static @Nullable Object operate(String operator, @Nullable Object operand, Scope scope) {
        return switch (operator) {
            case "$arg" -> argument(text(operand), scope);
            case "$get" ->
                follow(text(operand), scope, field -> scope.subgraph().read(scope.object(), field, Map.of()));
            case "$rep" -> follow(text(operand), scope, field -> represented(field, scope));
            case "$ref" -> reference(Json.items(operand), scope);
            case "$rows" -> rows(operand instanceof List<?> ? Json.items(operand) : List.of(text(operand)), scope);
            case "$first" -> first(Json.items(operand), scope);
            case "$filter" -> {
                List<@Nullable Object> filter = Json.items(operand);
                Map<String, @Nullable Object> pattern = Json.fields(filter.get(1));
                yield Json.items(value(filter.getFirst(), scope)).stream()
                        .filter(row -> row instanceof DataObject object
                                && scope.subgraph().matches(object, pattern, scope))
                        .toList();
            }
            case "$take" -> {
                List<@Nullable Object> list =
                        Json.items(value(Json.items(operand).getFirst(), scope));
                int count = number(value(Json.items(operand).get(1), scope)).intValue();
                yield list.subList(0, Math.min(count, list.size()));
            }
            case "$size" -> value(operand, scope) instanceof List<?> list ? list.size() : 0;
            case "$eq" -> {
                List<@Nullable Object> sides = values(operand, scope);
                yield same(sides.getFirst(), sides.get(1));
            }
            case "$gt" -> {
                List<@Nullable Object> sides = values(operand, scope);
                yield sides.contains(null)
                        ? null
                        : (Object) (number(sides.getFirst()).compareTo(number(sides.get(1))) > 0);
            }
            case "$not" -> {
                Object condition = value(operand, scope);
                yield condition == null ? null : (Object) !isTrue(condition);
            }
            case "$if" -> {
                List<@Nullable Object> parts = Json.items(operand);
                yield isTrue(value(parts.getFirst(), scope))
                        ? value(parts.get(1), scope)
                        : value(parts.size() > 2 ? parts.get(2) : null, scope);
            }
            case "$switch" -> {
                List<@Nullable Object> parts = Json.items(operand);
                String key = text(value(parts.getFirst(), scope));
                yield value(Json.fields(parts.get(1)).get(key), scope);
            }
            case "$add" -> sum(values(operand, scope), BigDecimal.ZERO, BigDecimal::add);
            case "$mul" -> sum(values(operand, scope), BigDecimal.ONE, BigDecimal::multiply);
            case "$text" -> {
                StringBuilder joined = new StringBuilder();
                values(operand, scope).forEach(part -> joined.append(text(part)));
                yield joined.toString();
            }
            case "$then" -> values(operand, scope).getLast();
            case "$error" -> throw new IllegalStateException(text(value(operand, scope)));
            case "$old" -> scope.old() == null ? value(operand, scope) : scope.old();
            case "$cell" -> {
                Map<String, @Nullable Object> cells = scope.subgraph().suite().cells();
                String name = text(value(Json.items(operand).getFirst(), scope));
                Scope inner = new Scope(scope.subgraph(), scope.object(), scope.arguments(), cells.get(name));
                Object next = value(Json.items(operand).get(1), inner);
                cells.put(name, next);
                yield next;
            }
            case "$drop" -> {
                Map<String, @Nullable Object> cells = scope.subgraph().suite().cells();
                String name = text(value(Json.items(operand).getFirst(), scope));
                yield cells.containsKey(name)
                        ? cells.remove(name)
                        : value(Json.items(operand).get(1), scope);
            }
            case "$insert" -> insert(Json.items(operand), scope);
            default -> throw new IllegalArgumentException("Unknown operator " + operator);
        };
    }

    private static @Nullable Object argument(String path, Scope scope) {
        Object found = scope.arguments();
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private static @Nullable Object represented(String field, Scope scope) {
        Map<String, @Nullable Object> representation = scope.object().representation();
        if (!representation.containsKey(field)) {
            throw new IllegalStateException(scope.object().type() + ": \"" + field
                    + "\" is needed but is not in the representation " + representation);
        }
        return representation.get(field);
    }

    private interface FirstStep {
        @Nullable Object take(String field);
    }

    /** Follows a dotted path through objects and lists; a null on the way ends it. */
    private static @Nullable Object follow(String path, Scope scope, FirstStep firstStep) {
        String[] steps = path.split("\\.");
        Object found = firstStep.take(steps[0]);
        for (int i = 1; i < steps.length && found != null; i++) {
            String step = steps[i];
            if (found instanceof DataObject object) {
                found = scope.subgraph().read(object, step, Map.of());
            } else if (found instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                found = list.get(Integer.parseInt(step));
            } else if (found instanceof Map<?, ?> map && map.containsKey(step)) {
                found = map.get(step);
            } else {
                throw new IllegalStateException(
                        "\"" + path + "\" is needed but \"" + step + "\" is not in " + Json.text(found));
            }
        }
        return found;
    }

    private static @Nullable Object reference(List<@Nullable Object> operand, Scope scope) {
        Map<String, @Nullable Object> provided = operand.size() > 2 ? Json.fields(operand.get(2)) : Map.of();
        return matching(operand, scope).stream()
                .findFirst()
                .map(row -> row.providing(provided))
                .orElse(null);
    }

    private static List<DataObject> rows(List<@Nullable Object> operand, Scope scope) {
        return matching(operand, scope);
    }

    private static List<DataObject> matching(List<@Nullable Object> typeAndPattern, Scope scope) {
        Object types = typeAndPattern.getFirst();
        Map<String, @Nullable Object> pattern =
                typeAndPattern.size() > 1 ? Json.fields(typeAndPattern.get(1)) : Map.of();
        List<DataObject> rows = new ArrayList<>();
        for (Object type : types instanceof List<?> list ? list : List.of(text(types))) {
            rows.addAll(scope.subgraph().rows(text(type)));
        }
        return rows.stream()
                .filter(row -> scope.subgraph().matches(row, pattern, scope))
                .toList();
    }

    private static @Nullable Object first(List<@Nullable Object> candidates, Scope scope) {
        for (Object candidate : candidates) {
            Object found = value(candidate, scope);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static DataObject insert(List<@Nullable Object> operand, Scope scope) {
        String type = text(operand.getFirst());
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        Json.fields(operand.get(1)).forEach((name, expression) -> made.put(name, value(expression, scope)));
        Json.fields(operand.get(2)).forEach((subgraph, columns) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            Json.items(columns).forEach(column -> row.put(text(column), made.get(text(column))));
            scope.subgraph().suite().subgraph(subgraph).addRow(type, row);
        });
        return DataObject.of(type, made);
    }

    private static List<@Nullable Object> values(@Nullable Object operands, Scope scope) {
        return Json.items(value(Json.items(operands), scope));
    }

    private static @Nullable Object sum(
            List<@Nullable Object> values, BigDecimal start, BinaryOperator<BigDecimal> operation) {
        BigDecimal sum = start;
        for (Object value : values) {
            if (value == null) {
                return null;
            }
            sum = operation.apply(sum, number(value));
        }
        return sum.stripTrailingZeros().scale() <= 0 ? (Object) sum.longValueExact() : (Object) sum.doubleValue();
    }

    private static BigDecimal number(@Nullable Object value) {
        return new BigDecimal(text(value));
    }

    private static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
