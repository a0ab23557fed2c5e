package ft.transcendence.federation.plan.diagram;

import java.util.List;

/** Writes a diagram in the DOT language. */
final class DotWriter {
    private DotWriter() {}

    static String write(List<PlanDiagram.Box> boxes, List<PlanDiagram.Arrow> arrows) {
        StringBuilder dot = new StringBuilder("digraph QueryPlan {\n  node [shape=box, fontname=\"monospace\"];\n");
        for (int i = 0; i < boxes.size(); i++) {
            dot.append("  f")
                    .append(i)
                    .append(" [label=\"")
                    .append(label(boxes.get(i)))
                    .append("\"];\n");
        }
        for (PlanDiagram.Arrow arrow : arrows) {
            dot.append("  f")
                    .append(arrow.from())
                    .append(" -> f")
                    .append(arrow.to())
                    .append(";\n");
        }
        return dot.append("}\n").toString();
    }

    /** Each line ends with {@code \l}, which aligns it to the left. */
    private static String label(PlanDiagram.Box box) {
        StringBuilder label = new StringBuilder(escaped(box.title())).append("\\l");
        box.lines().forEach(line -> label.append(escaped(line)).append("\\l"));
        return label.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
