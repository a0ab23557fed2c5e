package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a report in GitHub's Markdown, for a pull request's comment: what is wrong is shown, the rest is folded. */
public final class MarkdownVerdict {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*_<>\\[\\]|#@~]");

    private MarkdownVerdict() {}

    public static String write(Report report, CheckOptions options) {
        Conclusion conclusion = Conclusion.of(report, options);
        List<String> lines = new ArrayList<>();
        lines.add("### " + (report.passed() ? "✅" : "❌") + " Schema check");
        lines.add("");
        lines.add("**" + escaped(conclusion.verdict()) + "**");
        if (!conclusion.advice().isEmpty()) {
            lines.add("");
            lines.add(escaped(conclusion.advice()));
        }
        lines.add("");
        lines.add("| | part | |");
        lines.add("|---|---|---|");
        report.sections().forEach(section -> lines.add(row(section)));
        table("What is wrong or breaks", findings(report, Level.ERROR, Level.BREAKING), lines);
        folded("What may surprise", findings(report, Level.DANGEROUS, Level.HINT), lines);
        folded("Safe changes", findings(report, Level.SAFE, Level.SAFE), lines);
        return String.join("\n", lines) + "\n";
    }

    private static String row(Section section) {
        return "| " + (section.isBad() ? "❌" : "✅") + " | " + section.name() + " | " + escaped(section.summary())
                + " |";
    }

    private static List<Finding> findings(Report report, Level worst, Level mildest) {
        return report.sections().stream()
                .flatMap(section -> section.worstFirst().stream())
                .filter(finding ->
                        finding.level().compareTo(worst) >= 0 && finding.level().compareTo(mildest) <= 0)
                .toList();
    }

    private static void table(String title, List<Finding> findings, List<String> lines) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("#### " + title + " (" + findings.size() + ")");
        rows(findings, lines);
    }

    private static void folded(String title, List<Finding> findings, List<String> lines) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("<details><summary>" + title + " (" + findings.size() + ")</summary>");
        rows(findings, lines);
        lines.add("");
        lines.add("</details>");
    }

    private static void rows(List<Finding> findings, List<String> lines) {
        lines.add("");
        lines.add("| level | where | what |");
        lines.add("|---|---|---|");
        findings.forEach(finding -> lines.add("| " + finding.level() + " | " + code(finding.where()) + places(finding)
                + " | " + what(finding) + " |"));
    }

    private static String places(Finding finding) {
        return finding.otherPlaces().stream().map(place -> "<br>" + code(place)).collect(Collectors.joining());
    }

    private static String what(Finding finding) {
        StringBuilder text = new StringBuilder(escaped(finding.message()));
        Optional.ofNullable(finding.operation())
                .ifPresent(operation -> text.append("<br>in ").append(escaped(operation)));
        finding.usedBy().forEach(operation -> text.append("<br>used by ").append(escaped(operation)));
        Optional.ofNullable(finding.hint())
                .ifPresent(hint -> text.append("<br>→ ").append(escaped(hint)));
        return text.toString();
    }

    /** As code. A backtick or a bar would end it or its cell. */
    private static String code(String text) {
        return "`" + text.replace("`", "'").replace("|", "\\|").replaceAll("\\s+", " ") + "`";
    }

    /** What is written by others has no effect on the page, and mentions nobody. */
    private static String escaped(String text) {
        return SPECIAL.matcher(text.replace("`", "'").replaceAll("\\s+", " "))
                .replaceAll(special -> "&#" + (int) special.group().charAt(0) + ";");
    }
}
