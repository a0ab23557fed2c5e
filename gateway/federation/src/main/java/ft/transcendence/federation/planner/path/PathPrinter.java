package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.plan.IndentedText;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a path selection: each move into a subgraph, what it waits for, the keys it sends, and the leaves that it supplies. */
final class PathPrinter {
    private final PathSelection paths;
    private final List<PathCandidate> entries;
    private final IndentedText out = new IndentedText();

    private PathPrinter(PathSelection paths) {
        this.paths = paths;
        this.entries = paths.activeEntries();
    }

    static String print(PathSelection paths) {
        PathPrinter printer = new PathPrinter(paths);
        printer.out.open("Paths(cost: " + paths.cost() + ") {");
        printer.entries.forEach(printer::entry);
        printer.out.close("}");
        return printer.out.toString();
    }

    private void entry(PathCandidate entry) {
        out.open("#" + number(entry) + " " + description(entry) + " {");
        if (entry instanceof EntityMove move) {
            keys(move).forEach((key, types) -> out.line("key { " + key + " } of " + String.join(" | ", types)));
        }
        for (QueryTreeField leaf : paths.suppliedLeaves()) {
            if (paths.suppliers(leaf).stream().anyMatch(supplier -> supplier.entry() == entry)) {
                out.line(leaf + types(leaf));
            }
        }
        out.close("}");
    }

    private int number(PathCandidate entry) {
        return entries.indexOf(entry);
    }

    private String description(PathCandidate entry) {
        return switch (entry) {
            case RootMove root -> "RootMove(" + root.subgraph() + ")";
            case EntityMove move ->
                "EntityMove(" + move.subgraph() + ", at \"" + move.node().path() + "\"" + after(move) + ")";
            case FieldMove move -> throw new IllegalArgumentException(move + " enters no subgraph");
        };
    }

    private String after(EntityMove move) {
        String dependencies = paths.dependencies(move).stream()
                .map(this::number)
                .sorted()
                .map(number -> "#" + number)
                .collect(Collectors.joining(" "));
        return dependencies.isEmpty() ? "" : ", after " + dependencies;
    }

    private Map<String, List<String>> keys(EntityMove move) {
        Map<String, List<String>> types = new LinkedHashMap<>();
        paths.inputs(move).forEach((objectType, input) -> {
            if (!input.edge().key().isEmpty()) {
                types.computeIfAbsent(input.edge().key().toString(), ignored -> new ArrayList<>())
                        .add(objectType);
            }
        });
        return types;
    }

    private static String types(QueryTreeField leaf) {
        return leaf.objectTypes().size() < leaf.node().objectTypes().size()
                ? " on " + String.join(" | ", leaf.objectTypes())
                : "";
    }
}
