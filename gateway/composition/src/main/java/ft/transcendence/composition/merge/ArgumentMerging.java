package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the arguments of a directive that subgraphs apply differently are merged, as the directive's specification says. */
final class ArgumentMerging {
    private ArgumentMerging() {}

    /** The merged arguments; empty if the directive has no rule, so that one of the uses is taken. */
    static Optional<Map<String, Literal>> merge(KnownDirective directive, List<Map<String, Literal>> uses) {
        Map<String, Literal> merged = new LinkedHashMap<>();
        switch (directive) {
            case COST -> greatest(uses, "weight", merged);
            case LIST_SIZE -> {
                greatest(uses, "assumedSize", merged);
                union(uses, "slicingArguments", merged);
                union(uses, "sizedFields", merged);
                all(uses, "requireOneSlicingArgument", merged);
            }
            case REQUIRES_SCOPES -> conjunction(uses, "scopes", merged);
            case POLICY -> conjunction(uses, "policies", merged);
            case KEY,
                    EXTERNAL,
                    REQUIRES,
                    PROVIDES,
                    EXTENDS,
                    SHAREABLE,
                    OVERRIDE,
                    INTERFACE_OBJECT,
                    COMPOSE_DIRECTIVE,
                    LINK,
                    TAG,
                    INACCESSIBLE,
                    AUTHENTICATED,
                    CONTEXT,
                    FROM_CONTEXT,
                    CACHE_TAG,
                    CONNECT,
                    SOURCE,
                    DEPRECATED,
                    SPECIFIED_BY,
                    ONE_OF -> {
                return Optional.empty();
            }
        }
        return Optional.of(merged);
    }

    private static Stream<Literal> given(List<Map<String, Literal>> uses, String argument) {
        return uses.stream()
                .flatMap(arguments -> Optional.ofNullable(arguments.get(argument)).stream())
                .filter(value -> !value.equals(Literal.NULL));
    }

    private static void greatest(List<Map<String, Literal>> uses, String argument, Map<String, Literal> merged) {
        given(uses, argument)
                .filter(Literal.Int.class::isInstance)
                .map(value -> new BigInteger(value.toString()))
                .max(BigInteger::compareTo)
                .ifPresent(most -> merged.put(argument, new Literal.Int(most.toString())));
    }

    private static void union(List<Map<String, Literal>> uses, String argument, Map<String, Literal> merged) {
        Set<Literal> items = new LinkedHashSet<>();
        List<Literal> given = given(uses, argument).toList();
        given.forEach(value -> items.addAll(value instanceof Literal.ListOf list ? list.items() : List.of(value)));
        if (!given.isEmpty()) {
            merged.put(argument, new Literal.ListOf(new ArrayList<>(items)));
        }
    }

    private static void all(List<Map<String, Literal>> uses, String argument, Map<String, Literal> merged) {
        List<Literal> given = given(uses, argument).toList();
        if (!given.isEmpty()) {
            merged.put(argument, Literal.of(given.stream().allMatch(Literal.of(true)::equals)));
        }
    }

    private static void conjunction(List<Map<String, Literal>> uses, String argument, Map<String, Literal> merged) {
        List<List<List<String>>> rules =
                given(uses, argument).map(AccessRuleLiterals::read).toList();
        if (!rules.isEmpty()) {
            merged.put(argument, AccessRuleLiterals.write(Conjunction.of(rules)));
        }
    }
}
