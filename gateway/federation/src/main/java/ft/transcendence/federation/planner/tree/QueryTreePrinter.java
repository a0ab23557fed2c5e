package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.plan.IndentedText;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints a query tree: nodes with their numbered candidates, and fields with the numbers of the candidates that can resolve them. Fields marked
 * {@code (input)} are not selected by the client: the path search added them for keys and requirements.
 */
final class QueryTreePrinter {
    private final Set<QueryTreeField> selected;
    private final Map<PathCandidate, Integer> numbers = new IdentityHashMap<>();
    private final IndentedText out = new IndentedText();

    private QueryTreePrinter(QueryTree tree) {
        this.selected = Set.copyOf(tree.leaves());
    }

    static String print(QueryTree tree) {
        QueryTreePrinter printer = new QueryTreePrinter(tree);
        printer.out.open("QueryTree {");
        printer.node(tree.root());
        printer.out.close("}");
        return printer.out.toString();
    }

    private void node(QueryTreeNode node) {
        out.open(String.join(" | ", node.objectTypes()) + " {");
        node.candidates().forEach(this::candidate);
        for (QueryTreeField field : node.fields()) {
            field.candidates().keySet().stream()
                    .filter(candidate -> !numbers.containsKey(candidate))
                    .forEach(this::candidate);
            field(field);
        }
        out.close("}");
    }

    private void candidate(PathCandidate candidate) {
        numbers.put(candidate, numbers.size() + 1);
        out.line("c" + number(candidate) + " " + description(candidate));
    }

    private int number(PathCandidate candidate) {
        return numbers.getOrDefault(candidate, 0);
    }

    private String description(PathCandidate candidate) {
        return switch (candidate) {
            case RootMove root -> "RootMove(" + root.subgraph() + part(root) + ")";
            case FieldMove move -> "FieldMove(" + move.subgraph() + ", after c" + number(move.parent()) + ")";
            case EntityMove move -> "EntityMove(" + move.subgraph() + inputs(move) + part(move) + ")";
        };
    }

    private static String part(PathCandidate candidate) {
        return candidate.part() == 0 ? "" : ", in part " + candidate.part();
    }

    private static String inputs(EntityMove move) {
        if (move.entersRootType()) {
            return ", into " + move.rootType();
        }
        Set<String> requirements = new TreeSet<>();
        for (String objectType : move.objectTypes()) {
            FieldSet required = move.requirements(objectType);
            if (!required.isEmpty()) {
                requirements.add(", requires { " + required + " }");
            }
        }
        boolean some = move.objectTypes().size() < move.node().objectTypes().size();
        return (some ? ", for " + String.join(" | ", move.objectTypes()) : "")
                + (move.byInterface() ? ", by interface" : "")
                + String.join("", requirements)
                + (move.contexts().isEmpty() ? "" : ", with context");
    }

    private void field(QueryTreeField field) {
        boolean isInput = field.child().isEmpty() && !selected.contains(field);
        String text = text(field) + candidates(field) + (isInput ? " (input)" : "");
        if (field.child().isEmpty()) {
            out.line(text);
            return;
        }
        out.open(text + " {");
        node(field.child().get());
        out.close("}");
    }

    private static String text(QueryTreeField field) {
        String alias = field.mergedKey().equals(field.name()) ? "" : field.mergedKey() + ": ";
        String arguments = field.arguments().isEmpty()
                ? ""
                : field.arguments().stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
        boolean some = field.objectTypes().size() < field.node().objectTypes().size();
        return alias + field.name() + arguments + (some ? " on " + String.join(" | ", field.objectTypes()) : "");
    }

    private String candidates(QueryTreeField field) {
        String impossible = field.vacuousIn().isEmpty() ? "" : ", impossible in " + numbers(field.vacuousIn());
        return " from " + numbers(field.candidates().keySet()) + impossible;
    }

    private String numbers(Collection<PathCandidate> candidates) {
        List<String> all =
                candidates.stream().map(candidate -> "c" + number(candidate)).toList();
        return all.isEmpty() ? "nowhere" : String.join(" ", all);
    }
}
