package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a report for programs: {@code {"passed", "released", "sections": [{"name", "summary", "findings": [{"level", "where", "message", "hint",
 * "operation", "usedBy", "places": [{"file", "line", "column"}]}]}]}}. What a finding does not have is absent.
 */
public final class JsonVerdict {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonVerdict() {}

    public static String write(Report report) {
        ObjectNode json = JSON.createObjectNode().put("passed", report.passed()).put("released", report.released());
        ArrayNode sections = json.putArray("sections");
        report.sections().forEach(section -> section(section, sections.addObject()));
        return JSON.writeValueAsString(json) + "\n";
    }

    private static void section(Section section, ObjectNode json) {
        json.put("name", section.name()).put("summary", section.summary());
        ArrayNode findings = json.putArray("findings");
        section.findings().forEach(finding -> finding(finding, findings.addObject()));
    }

    private static void finding(Finding finding, ObjectNode json) {
        json.put("level", finding.level().name()).put("where", finding.where()).put("message", finding.message());
        if (finding.hint() != null) {
            json.put("hint", finding.hint());
        }
        if (finding.operation() != null) {
            json.put("operation", finding.operation());
        }
        if (!finding.usedBy().isEmpty()) {
            finding.usedBy().forEach(json.putArray("usedBy")::add);
        }
        if (!finding.locations().isEmpty()) {
            ArrayNode places = json.putArray("places");
            finding.locations().forEach(location -> place(location, places.addObject()));
        }
    }

    private static void place(Location location, ObjectNode json) {
        json.put("file", location.file());
        if (location.line() > 0) {
            json.put("line", location.line()).put("column", location.column());
        }
    }
}
