package ft.transcendence.schemacheck.finding;

import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a check.
 *
 * @param passed whether no finding fails it
 * @param released whether the checked state has become the new baseline
 */
public record Report(boolean passed, boolean released, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    public Stream<Finding> findings() {
        return sections.stream().flatMap(section -> section.findings().stream());
    }

    public long count(Level level) {
        return findings().filter(finding -> finding.level() == level).count();
    }

    /** The recorded operations that breaking changes affect. */
    public List<String> brokenOperations() {
        return findings()
                .filter(finding -> finding.level() == Level.BREAKING)
                .flatMap(finding -> Stream.concat(Stream.ofNullable(finding.operation()), finding.usedBy().stream()))
                .distinct()
                .toList();
    }
}
