package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.plan.IndentedText;
import ft.transcendence.federation.planner.fetch.FetchStep.MoveGroup;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a fetch graph: each fetch with the fetches it waits for, the positions it serves, and the leaves it selects there. */
final class FetchGraphPrinter {
    private final FetchGraph graph;
    private final IndentedText out = new IndentedText();

    private FetchGraphPrinter(FetchGraph graph) {
        this.graph = graph;
    }

    static String print(FetchGraph graph) {
        FetchGraphPrinter printer = new FetchGraphPrinter(graph);
        printer.out.open("FetchGraph {");
        graph.steps().forEach(printer::step);
        printer.out.close("}");
        return printer.out.toString();
    }

    private void step(FetchStep step) {
        String after = step.dependencies().stream()
                .map(FetchStep::number)
                .sorted()
                .map(number -> "#" + number)
                .collect(Collectors.joining(" "));
        out.open(
                "#" + step.number() + " Fetch(" + step.subgraph() + (step.part() == 0 ? "" : ", in part " + step.part())
                        + (after.isEmpty() ? "" : ", after " + after) + ") {");
        step.root().ifPresent(root -> group("root", List.of(root)));
        for (MoveGroup group : step.groups()) {
            EntityMove first = group.first();
            String what = first.entersRootType() ? first.rootType() : "entities";
            group(what + " at \"" + first.node().path() + "\"", group.moves());
        }
        out.close("}");
    }

    private void group(String title, List<?> entries) {
        Set<String> leaves = new LinkedHashSet<>();
        for (QueryTreeField leaf : graph.paths().suppliedLeaves()) {
            if (graph.paths().suppliers(leaf).stream().anyMatch(supplier -> entries.contains(supplier.entry()))) {
                leaves.add(leaf.toString());
            }
        }
        out.line(title + " { " + String.join(" ", leaves) + " }");
    }
}
