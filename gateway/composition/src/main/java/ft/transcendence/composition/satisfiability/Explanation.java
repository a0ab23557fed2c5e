package ft.transcendence.composition.satisfiability;

import java.util.List;

/**
 * Why something cannot be reached.
 *
 * @param lines one for each subgraph or group of subgraphs
 * @param advice what to change
 */
record Explanation(List<String> lines, String advice) {
    Explanation {
        lines = List.copyOf(lines);
    }

    static String line(String subgraph, String reason) {
        return "- \"" + subgraph + "\" " + reason;
    }
}
