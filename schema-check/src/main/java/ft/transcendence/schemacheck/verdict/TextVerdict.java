package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report for people at a terminal: a line per section, its findings, then what to do. */
public final class TextVerdict {
    private static final String INDENT = "              ";

    private final Paint paint;

    private TextVerdict(Paint paint) {
        this.paint = paint;
    }

    public static String write(Report report, CheckOptions options, Paint paint) {
        return new TextVerdict(paint).write(report, options);
    }

    private String write(Report report, CheckOptions options) {
        List<String> lines = new ArrayList<>();
        for (Section section : report.sections()) {
            String mark = section.isBad() ? paint.red("✘") : paint.green("✔");
            lines.add(mark + " " + String.format(Locale.ROOT, "%-18s", section.name()) + " " + section.summary());
            section.worstFirst().forEach(finding -> finding(finding, lines));
        }
        Conclusion conclusion = Conclusion.of(report, options);
        lines.add("");
        lines.add(report.passed() ? paint.green(conclusion.text()) : paint.red(conclusion.text()));
        return String.join("\n", lines) + "\n";
    }

    private void finding(Finding finding, List<String> lines) {
        String level = paint.level(finding.level(), String.format(Locale.ROOT, "%-9s", finding.level()));
        lines.add("    " + level + " " + finding.where() + ": " + finding.message());
        if (finding.level() == Level.ERROR || finding.level() == Level.HINT) {
            finding.otherPlaces().forEach(place -> lines.add(INDENT + "at " + place));
        }
        if (finding.operation() != null) {
            lines.add(INDENT + "in " + finding.operation());
        }
        finding.usedBy().forEach(operation -> lines.add(INDENT + "used by " + operation));
        if (finding.hint() != null) {
            lines.add(INDENT + "→ " + finding.hint());
        }
    }
}
