package ft.transcendence.composition.syntax;

import java.util.ArrayList;
import java.util.List;

/** What a block string means: without the indentation that its lines share and without blank lines around it. */
final class BlockStrings {
    private BlockStrings() {}

    static String dedented(String raw) {
        if (raw.indexOf('\n') < 0 && !isBlank(raw)) {
            return raw;
        }
        String[] lines = raw.split("\n", -1);
        int common = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) {
            int indentation = indentation(lines[i]);
            if (indentation < lines[i].length()) {
                common = Math.min(common, indentation);
            }
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            kept.add(i == 0 ? lines[i] : lines[i].substring(Math.min(common, lines[i].length())));
        }
        while (!kept.isEmpty() && isBlank(kept.getFirst())) {
            kept.removeFirst();
        }
        while (!kept.isEmpty() && isBlank(kept.getLast())) {
            kept.removeLast();
        }
        return String.join("\n", kept);
    }

    private static int indentation(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }

    private static boolean isBlank(String line) {
        return indentation(line) == line.length();
    }
}
