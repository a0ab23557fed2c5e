package ft.transcendence.federation.plan.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a diagram as SVG. Each layer is a row of boxes, centered, in the order of the plan. An arrow leads from the bottom of a box to the top of
 * another one; arrows over several layers may cross boxes, which are drawn above them.
 */
final class SvgWriter {
    private static final int LINE = 16;
    private static final int PADDING = 10;
    private static final int GAP = 24;
    private static final int LAYER_GAP = 44;
    private static final double CHARACTER = 7.3;
    private static final int LEAST_WIDTH = 110;

    private static final String STYLE = """
            <style>
              text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1c2733; white-space: pre }
              .title { font-weight: bold }
              rect { fill: #f4f7fa; stroke: #5b7083 }
              path { fill: none; stroke: #5b7083 }
              marker path { fill: #5b7083 }
            </style>
            """;

    private final List<Position> positions = new ArrayList<>();
    private final int width;
    private final int height;

    /**
     * Where a box is drawn.
     *
     * @param layerBottom where the tallest box of its layer ends
     */
    private record Position(PlanDiagram.Box box, int x, int y, int width, int height, int layerBottom) {
        int middle() {
            return x + width / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    private SvgWriter(List<PlanDiagram.Box> boxes) {
        int layers = boxes.stream().mapToInt(box -> box.layer() + 1).max().orElse(0);
        int widest = 0;
        for (int layer = 0; layer < layers; layer++) {
            widest = Math.max(widest, layerWidth(boxes, layer));
        }
        this.width = widest + 2 * GAP;
        Position[] placed = new Position[boxes.size()];
        int y = GAP;
        for (int layer = 0; layer < layers; layer++) {
            int x = (width - layerWidth(boxes, layer)) / 2;
            int tallest = tallest(boxes, layer);
            for (int i = 0; i < boxes.size(); i++) {
                PlanDiagram.Box box = boxes.get(i);
                if (box.layer() == layer) {
                    placed[i] = new Position(box, x, y, width(box), height(box), y + tallest);
                    x += width(box) + GAP;
                }
            }
            y += tallest + LAYER_GAP;
        }
        positions.addAll(List.of(placed));
        this.height = layers == 0 ? 2 * GAP : y - LAYER_GAP + GAP;
    }

    static String write(List<PlanDiagram.Box> boxes, List<PlanDiagram.Arrow> arrows) {
        SvgWriter writer = new SvgWriter(boxes);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
                writer.width,
                writer.height,
                writer.width,
                writer.height));
        svg.append("<title>Query plan</title>\n").append(STYLE);
        svg.append(
                        "<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">")
                .append("<path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n");
        arrows.forEach(arrow -> svg.append(writer.arrow(arrow)));
        writer.positions.forEach(position -> svg.append(box(position)));
        return svg.append("</svg>\n").toString();
    }

    private String arrow(PlanDiagram.Arrow arrow) {
        Position from = positions.get(arrow.from());
        Position to = positions.get(arrow.to());
        int half = (to.y - from.layerBottom) / 2;
        return "<path d=\"M%d %d V%d C%d %d %d %d %d %d\" marker-end=\"url(#end)\"/>\n"
                .formatted(
                        from.middle(),
                        from.bottom(),
                        from.layerBottom,
                        from.middle(),
                        from.layerBottom + half,
                        to.middle(),
                        to.y - half,
                        to.middle(),
                        to.y);
    }

    private static String box(Position position) {
        StringBuilder box = new StringBuilder("<g>\n<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n"
                .formatted(position.x, position.y, position.width, position.height));
        int y = position.y + PADDING + LINE - 4;
        box.append(text(position.x, y, " class=\"title\"", position.box.title()));
        for (String line : position.box.lines()) {
            y += LINE;
            box.append(text(position.x, y, "", line));
        }
        return box.append("</g>\n").toString();
    }

    private static String text(int x, int y, String attributes, String text) {
        return "<text x=\"%d\" y=\"%d\"%s xml:space=\"preserve\">%s</text>\n"
                .formatted(x + PADDING, y, attributes, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static int layerWidth(List<PlanDiagram.Box> boxes, int layer) {
        int width = -GAP;
        for (PlanDiagram.Box box : boxes) {
            width += box.layer() == layer ? width(box) + GAP : 0;
        }
        return Math.max(width, 0);
    }

    private static int tallest(List<PlanDiagram.Box> boxes, int layer) {
        return boxes.stream()
                .filter(box -> box.layer() == layer)
                .mapToInt(SvgWriter::height)
                .max()
                .orElse(0);
    }

    private static int width(PlanDiagram.Box box) {
        int longest = box.lines().stream().mapToInt(String::length).max().orElse(0);
        int characters = Math.max(longest, box.title().length());
        return Math.max(LEAST_WIDTH, (int) Math.ceil(characters * CHARACTER) + 2 * PADDING);
    }

    private static int height(PlanDiagram.Box box) {
        return (box.lines().size() + 1) * LINE + 2 * PADDING - 4;
    }
}
