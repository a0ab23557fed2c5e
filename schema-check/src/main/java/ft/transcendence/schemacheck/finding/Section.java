package ft.transcendence.schemacheck.finding;

import java.util.Comparator;
import java.util.List;

/**
 * One part of the check.
 *
 * @param summary what was looked at, in a few words
 */
public record Section(String name, String summary, List<Finding> findings) {
    public Section {
        findings = List.copyOf(findings);
    }

    /** Whether something in it is wrong or breaks others. */
    public boolean isBad() {
        return findings.stream().anyMatch(FailOn.BREAKING::fails);
    }

    /** The worst first, otherwise in their order. */
    public List<Finding> worstFirst() {
        return findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
    }
}
