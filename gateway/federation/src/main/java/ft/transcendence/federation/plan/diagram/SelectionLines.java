package ft.transcendence.federation.plan.diagram;

import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.ArrayList;
import java.util.List;

/** Selections as indented lines that fit into a box. Leaves share lines; what does not fit is left out. */
final class SelectionLines {
    private static final int WIDTH = 48;
    private static final int MOST_LINES = 24;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder leaves = new StringBuilder();

    private SelectionLines() {}

    static List<String> of(List<Selection> selections) {
        SelectionLines lines = new SelectionLines();
        lines.add(selections, "  ");
        return lines.lines.size() <= MOST_LINES ? lines.lines : shortened(lines.lines);
    }

    private static List<String> shortened(List<String> lines) {
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        first.add("  … " + (lines.size() - first.size()) + " more lines");
        return first;
    }

    private void add(List<Selection> selections, String indent) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field when field.isLeaf() -> addLeaf(name(field), indent);
                case FieldSelection field -> addBlock(name(field), field.selections(), indent);
                case InlineFragment fragment ->
                    addBlock("... on " + fragment.typeCondition(), fragment.selections(), indent);
            }
        }
        endLeaves(indent);
    }

    private void addBlock(String title, List<Selection> selections, String indent) {
        endLeaves(indent);
        lines.add(indent + title);
        add(selections, indent + "  ");
    }

    private void addLeaf(String name, String indent) {
        if (!leaves.isEmpty() && indent.length() + leaves.length() + 1 + name.length() > WIDTH) {
            endLeaves(indent);
        }
        leaves.append(leaves.isEmpty() ? "" : " ").append(name);
    }

    private void endLeaves(String indent) {
        if (!leaves.isEmpty()) {
            lines.add(indent + leaves);
            leaves.setLength(0);
        }
    }

    private static String name(FieldSelection field) {
        return field.responseKey().equals(field.name()) ? field.name() : field.responseKey() + ": " + field.name();
    }
}
