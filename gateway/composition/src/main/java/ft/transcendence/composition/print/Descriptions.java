package ft.transcendence.composition.print;

import ft.transcendence.composition.schema.Texts;
import java.util.List;

/** Prints descriptions as block strings, or as plain strings where a block string would not keep the text (GraphQL specification, section 2.9.4). */
final class Descriptions {
    private static final String QUOTES = "\"\"\"";

    private Descriptions() {}

    static void print(String text, String indent, StringBuilder out) {
        if (!survivesBlock(text)) {
            out.append(indent).append(Texts.quoted(text)).append('\n');
            return;
        }
        out.append(indent).append(QUOTES).append('\n');
        for (String line : text.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : indent)
                    .append(line.replace(QUOTES, "\\" + QUOTES))
                    .append('\n');
        }
        out.append(indent).append(QUOTES).append('\n');
    }

    private static boolean survivesBlock(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return !lines.getFirst().isBlank()
                && !lines.getLast().isBlank()
                && lines.stream().anyMatch(line -> !line.isBlank() && !isIndented(line))
                && text.chars()
                        .allMatch(character ->
                                character >= ' ' && character != 0x7f || character == '\n' || character == '\t');
    }

    private static boolean isIndented(String line) {
        return line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }
}
