package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.Purpose;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Report;
import java.util.List;

/**
 * What a report comes to, and what to do.
 *
 * @param verdict one sentence that begins with PASSED, FAILED or RELEASED
 * @param advice what to do; may be empty
 */
record Conclusion(String verdict, String advice) {

    static Conclusion of(Report report, CheckOptions options) {
        if (report.released()) {
            return new Conclusion("RELEASED: schema-check/released is the new baseline. Review and commit it.", "");
        }
        long errors = report.count(Level.ERROR);
        long breaking = report.count(Level.BREAKING);
        if (report.passed()) {
            return new Conclusion(
                    breaking == 0
                            ? "PASSED: nothing that clients or event consumers rely on breaks."
                            : "PASSED, with " + count(breaking, "breaking change") + "." + affected(report),
                    "");
        }
        if (errors > 0) {
            return new Conclusion("FAILED: " + count(errors, "error") + " to fix before anything can be released.", "");
        }
        if (breaking == 0) {
            return new Conclusion(
                    "FAILED: " + count(report.count(Level.DANGEROUS), "dangerous change") + "; nothing breaks.",
                    "Dangerous changes fail this check too.");
        }
        String advice = options.purpose() == Purpose.RELEASE
                ? "A release cannot break a recorded operation: migrate its clients and update client-operations/"
                        + " first."
                : "Keep the old form beside the new one (@deprecated), or release it on purpose: "
                        + options.commands().release();
        return new Conclusion("FAILED: " + count(breaking, "breaking change") + "." + affected(report), advice);
    }

    private static String affected(Report report) {
        List<String> operations = report.brokenOperations();
        return operations.isEmpty()
                ? " No recorded client operation is affected."
                : " Affected: " + String.join("; ", operations) + ".";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    String text() {
        return advice.isEmpty() ? verdict : verdict + "\n" + advice;
    }
}
